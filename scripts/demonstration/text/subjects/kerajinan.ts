import type { Essay } from '../subject';

/** Crafts: tie-dyed cloth, purun mats, rattan, wood. */
export const kerajinan: Essay = {
  form: 'essay',
  lexicon: {
    motif: ['gigi haruan', 'kambang kacang', 'hiris gagatas', 'ombak sinapur karang', 'bintang bahambur', 'daun jaruju', 'kulat karikit', 'naga balimbur', 'tampuk manggis'],
    warna: ['kuning kunyit', 'merah mengkudu', 'hijau daun pandan', 'ungu buah karamunting', 'cokelat kulit rambutan', 'hitam kabuau', 'biru nila'],
    bahan: ['kain katun', 'sutra', 'benang jahit tebal', 'jarum panjang', 'purun kering', 'rotan belah', 'tawas', 'kapur sirih', 'air hujan'],
    orang: ['pengrajin tua', 'ibu-ibu kelompok', 'anak magang', 'pembeli dari kota', 'juru warna'],
    produk: ['selendang', 'taplak', 'tas tangan', 'tikar', 'sampul buku', 'bakul', 'kipas', 'hiasan dinding'],
    waktu: ['sejak subuh', 'dua malam', 'selama empat puluh menit', 'tiga kali berturut-turut', 'pada hari panas', 'sampai air bilasan bening'],
  },
  chapters: ['Dari Kain Putih', 'Menggambar Motif', 'Menjelujur', 'Mengikat', 'Warna dari Alam', 'Mencelup', 'Membuka Ikatan', 'Motif dan Maknanya', 'Purun', 'Rotan', 'Menentukan Harga', 'Menjaga Mutu', 'Mengajar Anak'],
  openings: ['Selembar kain putih menyimpan semua motif; tugas tangan hanyalah menemukannya.', '{orang} berkata bahwa {motif} tidak boleh dikerjakan dengan hati yang tergesa.', 'Dahulu kain ini dipakai untuk kesembuhan; kini ia menjadi {produk}.'],
  headings: ['Motif {motif}', 'Membuat {warna}', 'Memilih {bahan}', 'Dari kain menjadi {produk}', 'Kesalahan pemula', 'Cerita {orang}'],
  statements: [
    'Motif {motif} dijelujur dengan {bahan}, lalu ditarik sampai kain mengerut rapat.',
    '{warna} diperoleh dengan merebus bahan {waktu}.',
    '{orang} mencelup kain {waktu} agar {warna} meresap merata.',
    'Tarikan yang longgar membuat {warna} merembes dan {motif} kabur.',
    '{produk} bermotif {motif} paling dicari menjelang hari raya.',
    'Bilas {waktu}, jemur di tempat teduh, jangan diperas.',
    '{bahan} yang baik tidak berbulu dan tidak mengilap.',
    'Setiap kampung mempunyai cara sendiri menyebut {motif}.',
    'Takaran {bahan} dicatat supaya {warna} dapat diulang.',
    '{orang} menghitung ongkos kerja dari jumlah jelujur, bukan dari jumlah hari.',
    'Tidak ada dua {produk} yang benar-benar sama, dan itulah nilainya.',
    'Anak magang memulai dari {motif} karena garisnya lurus.',
    'Sisa celupan {warna} masih dapat dipakai untuk {produk} kecil.',
  ],
  steps: ['Rendam {bahan} {waktu}.', 'Gambar {motif} dengan pensil tipis.', 'Jelujur mengikuti garis, jarak tiga milimeter.', 'Tarik benang dan ikat kuat.', 'Celup ke dalam {warna} {waktu}.', 'Lepaskan ikatan dengan gunting kecil.', 'Setrika dari bagian dalam.'],
  notes: ['Petuah {orang}: yang rapi di belakang akan indah di depan.', 'Resep: untuk {warna}, pakai satu genggam bahan setiap dua liter air.', 'Perawatan: cuci {produk} dengan sabun lerak.'],
  scenes: ['bunga', 'daun', 'sungai'],
  captions: ['Bunga yang mengilhami {motif}', 'Daun pewarna untuk {warna}'],
};
