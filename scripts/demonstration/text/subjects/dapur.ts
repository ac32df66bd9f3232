import type { Recipes } from '../subject';

/** A cookbook of river kitchens. */
export const dapur: Recipes = {
  form: 'recipes',
  lexicon: {
    utama: ['haruan', 'itik', 'ayam kampung', 'udang galah', 'patin', 'daging sapi', 'telur itik', 'tempe', 'nangka muda', 'terong asam', 'umbut kelapa', 'papuyu'],
    bumbu: ['kunyit bakar', 'kemiri sangrai', 'bawang merah', 'bawang putih', 'jahe', 'lengkuas', 'serai', 'terasi', 'kayu manis', 'cengkih', 'kapulaga', 'cabai kering', 'asam kamal', 'daun salam'],
    pelengkap: ['santan kental', 'gula merah', 'jeruk limau', 'kecap manis', 'kelapa parut', 'minyak kelapa', 'bawang goreng', 'daun seledri', 'lontong', 'ketan'],
    segar: ['5 butir kemiri', '6 siung bawang merah', '3 siung bawang putih', '1 ruas jari jahe', '2 ruas jari lengkuas', '1 batang serai', '3 lembar daun salam', '10 buah cabai kering', '2 ruas jari kunyit bakar', '2 butir asam kamal'],
    kering: ['½ sendok teh terasi bakar', '1 batang kayu manis', '3 butir cengkih', '4 butir kapulaga', '1 sendok teh ketumbar', '¼ sendok teh merica'],
    tambahan: ['½ liter santan encer', '200 mililiter santan kental', '2 sendok makan gula merah', '1 sendok makan kecap manis', '150 gram kelapa parut', '3 sendok makan minyak kelapa', '1 butir jeruk limau', '1 genggam daun seledri'],
    cara: ['Gangan', 'Masak Habang', 'Panggang', 'Soto', 'Pais', 'Sambal Goreng', 'Gulai', 'Ketupat', 'Bubur', 'Lempeng', 'Kari', 'Tumis'],
    alat: ['wajan besi', 'kukusan', 'cobek', 'daun pisang', 'arang tempurung', 'panci tanah liat'],
    waktu: ['sampai harum', 'selama dua puluh menit', 'dengan api kecil', 'sampai kuah mengental', 'sambil terus diaduk', 'hingga empuk'],
  },
  chapters: ['Sarapan', 'Kuah yang Menghangatkan', 'Dari Sungai', 'Dari Kebun', 'Hidangan Hari Raya', 'Sambal dan Acar', 'Kue Basah', 'Kue Kering', 'Minuman', 'Bekal Perjalanan', 'Masakan Anak', 'Dapur Hemat'],
  dishes: ['{cara} {utama} {bumbu}', '{cara} {utama} dengan {pelengkap}', '{cara} {utama}', '{utama} bumbu {bumbu}'],
  introductions: ['Masakan ini biasa dihidangkan bersama {pelengkap} pada hari pasar.', 'Rahasianya terletak pada {bumbu} yang tidak boleh tergesa-gesa.', 'Di hulu orang memakai {alat}; di rumah, kompor biasa sudah cukup.', 'Nenek penulis selalu menambahkan {pelengkap} pada saat terakhir.', 'Untuk empat orang, siapkan {utama} yang segar dan {bumbu}.', 'Bila {utama} sulit didapat, gantilah dengan {utama}.', 'Rasanya gurih dengan sedikit asam, cocok untuk sore yang hujan.', 'Setiap keluarga menakar {bumbu} dengan cara sendiri, dan semuanya benar.'],
  ingredients: ['500 gram {utama}, bersihkan', '{segar}', '{segar}, iris tipis', '{segar}, haluskan', '{kering}', '{tambahan}', '{segar}, memarkan', '{kering}, sangrai', '{tambahan}', 'Garam secukupnya'],
  steps: ['Haluskan {bumbu} dan {bumbu} di atas {alat}.', 'Tumis {bumbu} {waktu}.', 'Masukkan {utama}, masak {waktu}.', 'Tuang {pelengkap} sedikit demi sedikit.', 'Panaskan {alat} dan olesi minyak.', 'Tambahkan {bumbu}, cicipi, lalu beri garam.', 'Diamkan lima menit, sajikan dengan {pelengkap}.', 'Bungkus dengan daun pisang dan kukus {waktu}.'],
  notes: ['Dapur hemat: sisa {utama} dapat dijadikan isian besok pagi.', 'Catatan: jangan menutup {alat} sebelum {pelengkap} mendidih.', 'Variasi: tanpa {bumbu} untuk anak-anak.'],
  words: { ingredients: 'Bahan:', steps: 'Cara membuat:' },
};
