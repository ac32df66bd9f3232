import type { Essay } from '../subject';

/** An illustrated nature book: river, swamp, forest, hills, sky. */
export const alam: Essay = {
  form: 'essay',
  lexicon: {
    hewan: ['bekantan', 'enggang badak', 'kerbau rawa', 'biawak air', 'raja udang', 'lutung', 'kucing hutan', 'kunang-kunang', 'bangau tongtong', 'kelelawar buah', 'labi-labi', 'capung merah'],
    tumbuhan: ['galam', 'rambai', 'purun', 'teratai', 'ulin', 'meranti', 'nipah', 'kantong semar', 'anggrek hitam', 'bakung rawa', 'kasturi', 'rotan'],
    tempat: ['rawa lebak', 'muara', 'hutan galam', 'lereng Meratus', 'danau dangkal', 'tepi sungai', 'gua kapur', 'padang purun', 'pulau kecil di tengah sungai', 'hutan kerangas'],
    waktu: ['pada puncak kemarau', 'menjelang fajar', 'ketika air setinggi dada', 'setelah kebakaran lama', 'di antara dua hujan', 'pada malam tanpa angin', 'sepanjang musim buah'],
    sifat: ['jarang terlihat', 'mudah dikenali dari suaranya', 'hidup berkelompok', 'setia pada satu wilayah', 'bergantung pada air yang bersih', 'aktif pada malam hari', 'menyebarkan biji ke mana-mana'],
    ukuran: ['sepanjang lengan orang dewasa', 'sebesar ibu jari', 'setinggi rumah dua lantai', 'selebar telapak tangan', 'tidak lebih berat dari sebutir telur'],
  },
  chapters: ['Negeri Seribu Sungai', 'Air Hitam, Air Putih', 'Rawa Lebak', 'Hutan Galam', 'Bekantan dan Kerabatnya', 'Burung-Burung Air', 'Kehidupan di Balik Teratai', 'Lereng Meratus', 'Gua dan Batu Kapur', 'Malam di Hutan', 'Serangga Kecil, Kerja Besar', 'Pohon-Pohon Tua', 'Bunga dan Buah', 'Kerbau yang Berenang', 'Muara dan Pasang', 'Ikan Berjalan', 'Musim Kemarau', 'Musim Hujan', 'Orang dan Alamnya', 'Menjaga yang Tersisa', 'Mengamati Burung', 'Membaca Jejak', 'Langit Selatan', 'Kebun di Tepi Air'],
  openings: ['Untuk mengenal {tempat}, datanglah {waktu} dan dengarkan lebih dahulu.', 'Tidak ada yang kebetulan di {tempat}: setiap {tumbuhan} berdiri di tempatnya karena air.', 'Bagi {hewan}, {tempat} adalah rumah, dapur, dan jalan pulang.'],
  headings: ['{hewan}', '{tumbuhan}', 'Sehari di {tempat}', 'Hubungan {hewan} dengan {tumbuhan}', '{tempat} {waktu}', 'Cara mengamati {hewan}', 'Jejak di {tempat}'],
  statements: [
    '{hewan} {sifat}, dan {waktu} ia turun ke {tempat} untuk mencari makan.',
    'Daun {tumbuhan} tumbuh {ukuran} dan menjadi tempat bertelur {hewan}.',
    'Di {tempat}, {tumbuhan} menahan tanah agar tidak hanyut.',
    'Anak {hewan} berukuran {ukuran} ketika baru lahir.',
    'Penduduk memakai {tumbuhan} untuk anyaman, tiang, dan ramuan dapur.',
    '{waktu} air di {tempat} berubah warna karena daun-daun yang gugur.',
    'Jumlah {hewan} di {tempat} dihitung setiap tahun oleh para relawan.',
    'Tanpa {hewan}, biji {tumbuhan} tidak akan sampai ke {tempat}.',
    'Pengamat yang sabar akan melihat bahwa {hewan} {sifat}.',
    'Akar {tumbuhan} bernapas melalui lubang-lubang halus di atas permukaan air.',
    '{tempat} menyimpan air seperti spons dan melepaskannya {waktu}.',
    'Suara {hewan} terdengar sampai satu kilometer di atas {tempat}.',
    'Dahulu {tumbuhan} dapat ditemukan di setiap {tempat}; kini tinggal sedikit.',
    'Bila {tempat} dikeringkan, {hewan} berpindah dan {tumbuhan} menyusul hilang.',
    'Lukisan pada halaman ini dibuat dari pengamatan {waktu}.',
    '{hewan} dan {hewan} berbagi {tempat} tanpa berebut karena makan pada waktu yang berbeda.',
  ],
  notes: ['Untuk pengamat: bawalah teropong, kenakan pakaian berwarna teduh, dan jangan memberi makan {hewan}.', 'Tahukah Anda? {tumbuhan} dapat tumbuh di air yang sangat asam.', 'Tugas: gambarlah {hewan} dari ingatan, kemudian bandingkan dengan halaman ini.'],
  scenes: ['sungai', 'pegunungan', 'hutan', 'ikan', 'daun', 'bunga', 'hujan', 'malam', 'sawah', 'pasar', 'peta'],
  captions: ['{tempat} {waktu}', 'Tempat hidup {hewan}', '{tumbuhan} dan lingkungannya', '{hewan} terlihat di {tempat} {waktu}'],
};
