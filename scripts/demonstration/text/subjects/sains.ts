import type { Essay } from '../subject';

/** School science with experiments from the kitchen and the river bank. */
export const sains: Essay = {
  form: 'essay',
  lexicon: {
    konsep: ['gaya apung', 'tekanan udara', 'pembiasan cahaya', 'kalor', 'arus listrik', 'fotosintesis', 'rantai makanan', 'getaran dan bunyi', 'kemagnetan', 'penguapan', 'gaya gesek', 'larutan asam dan basa'],
    alat: ['gelas bening', 'senter', 'benang jahit', 'baterai kecil', 'kaca pembesar', 'balon', 'cermin saku', 'sedotan', 'penggaris', 'termometer', 'lilin', 'magnet bekas pengeras suara'],
    bahan: ['air sungai yang disaring', 'garam dapur', 'minyak goreng', 'cuka', 'daun bayam', 'pewarna makanan', 'es batu', 'kunyit', 'pasir halus', 'serbuk besi'],
    tempat: ['halaman sekolah', 'tepi sungai', 'dapur', 'kebun', 'ruang kelas yang digelapkan', 'jembatan kayu'],
    besaran: ['suhu', 'massa', 'panjang bayangan', 'waktu tempuh', 'volume', 'tinggi nada', 'kuat arus'],
    orang: ['Dinda', 'Rizal', 'Salma', 'Arif', 'Bu Guru', 'Kelompok Dua'],
  },
  chapters: ['Mengamati', 'Mengukur', 'Air yang Naik dan Turun', 'Cahaya dan Bayangan', 'Bunyi di Sekitar Kita', 'Panas Berpindah', 'Listrik Sederhana', 'Makhluk Hidup di Rawa', 'Tumbuhan Membuat Makanan', 'Zat dan Perubahannya', 'Gaya dan Gerak', 'Bumi, Bulan, Matahari', 'Cuaca', 'Magnet', 'Menjadi Peneliti Muda'],
  openings: ['Ilmu dimulai dari pertanyaan yang sederhana: mengapa?', 'Coba pergi ke {tempat} dan perhatikan selama lima menit tanpa berbicara.', '{orang} meletakkan {bahan} di dalam {alat} dan menemukan sesuatu yang tidak ia duga.'],
  headings: ['Apa itu {konsep}?', 'Percobaan dengan {alat}', 'Mengukur {besaran}', '{konsep} di {tempat}', 'Pertanyaan {orang}', 'Rangkuman', 'Uji pemahaman'],
  statements: [
    '{konsep} dapat diamati di {tempat} tanpa alat yang mahal.',
    '{orang} mencatat {besaran} setiap dua menit dan membuat grafik.',
    'Bila {bahan} dimasukkan ke dalam {alat}, perhatikan apa yang berubah dan apa yang tetap.',
    'Hasil pengukuran {besaran} selalu disertai satuan.',
    'Dugaan yang keliru bukan kegagalan; ia mempersempit jawaban.',
    'Ulangi percobaan tiga kali, sebab satu kali belum tentu menunjukkan pola.',
    'Perahu yang sarat muatan tetap terapung karena {konsep}.',
    'Ubah satu hal saja pada setiap percobaan: bila {bahan} diganti, {alat} jangan diganti.',
    'Di {tempat}, {konsep} bekerja setiap hari tanpa kita sadari.',
    'Partikel pada {bahan} bergerak lebih cepat ketika {besaran} bertambah.',
    '{orang} membandingkan hasilnya dengan kelompok lain dan menemukan selisih kecil.',
    'Tumbuhan di {tempat} menghadap ke arah datangnya cahaya.',
    'Alat ukur yang baik memberi hasil sama bila dipakai berulang.',
    'Gambarlah {alat} dari samping dan beri keterangan pada setiap bagiannya.',
    'Para ilmuwan menyebut penjelasan yang sudah diuji berkali-kali sebagai teori.',
  ],
  steps: ['Siapkan {alat} dan {bahan}.', 'Catat {besaran} sebelum percobaan dimulai.', 'Masukkan {bahan} sedikit demi sedikit.', 'Tunggu tiga menit tanpa menyentuh {alat}.', 'Ukur lagi {besaran} dan bandingkan.', 'Bersihkan meja, lalu tulis kesimpulan.'],
  notes: ['Keselamatan: mintalah orang dewasa menemani bila memakai lilin.', 'Tahukah Anda? {konsep} juga dipakai oleh tukang perahu.', 'Soal: ramalkan apa yang terjadi bila {bahan} diganti dengan {bahan}.'],
  scenes: ['malam', 'daun', 'ikan', 'hujan'],
  captions: ['{konsep} di {tempat}', 'Pengamatan {orang}'],
};
