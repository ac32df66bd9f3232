import type { Poems } from '../subject';

export const puisi: Poems = {
  form: 'poems',
  lexicon: {
    benda: ['perahu', 'lampu', 'hujan', 'pintu', 'sungai', 'batu', 'angin', 'bulan', 'kain', 'jendela', 'dayung', 'kabut', 'akar', 'burung', 'garam', 'surat'],
    sifat: ['pelan', 'biru', 'tua', 'sunyi', 'basah', 'jauh', 'terang', 'lapar', 'dingin', 'setia'],
    tempat: ['di hulu', 'di muara', 'di beranda', 'di balik kelambu', 'di tepi jalan', 'di dada kita', 'di dasar gelas', 'di ujung titian'],
    kerja: ['menunggu', 'pulang', 'menyebut namamu', 'menghitung malam', 'belajar diam', 'menyimpan cahaya', 'menjadi air', 'melipat jarak'],
    orang: ['ibu', 'ayah', 'engkau', 'aku', 'anak itu', 'nelayan', 'orang asing'],
  },
  chapters: ['Air', 'Rumah', 'Jalan', 'Nama-Nama', 'Malam', 'Pulang', 'Kota', 'Doa Kecil'],
  titles: ['{benda} {tempat}', 'Kepada {orang}', 'Sebuah {benda}', 'Yang {sifat}', '{benda} dan {benda}', 'Ketika {benda} {kerja}', 'Sajak {benda}'],
  lines: [
    '{benda} yang {sifat} itu {kerja}', '{tempat}, {orang} masih {kerja}', 'seperti {benda} yang lupa pada {benda}', 'dan {orang} memanggil {benda} dengan suara {sifat}', 'tak ada yang lebih {sifat} daripada {benda}',
    'malam ini {benda} {kerja} {tempat}', 'kita hanyalah {benda} yang {kerja}', 'sebab {benda} tahu cara {kerja}', '{orang} menaruh {benda} {tempat}', 'lalu {benda} menjadi {sifat}, menjadi {sifat}',
    'jangan bangunkan {benda}, ia sedang {kerja}', 'barangkali {orang} adalah {benda}', 'yang {sifat} akan {kerja} juga', 'di antara {benda} dan {benda}, ada {orang}', 'dan seterusnya, dan seterusnya, {benda}',
  ],
};
