import type { Essay } from '../subject';

/** Household health: water, food, mothers and children, first aid. Plain advice, no cures. */
export const sehat: Essay = {
  form: 'essay',
  lexicon: {
    kebiasaan: ['mencuci tangan dengan sabun', 'merebus air minum', 'berjalan kaki setengah jam', 'tidur cukup', 'menyikat gigi sebelum tidur', 'makan sayur dua kali sehari', 'membuka jendela setiap pagi', 'menimbang balita tiap bulan', 'membatasi garam dan gula'],
    keluhan: ['demam', 'diare', 'batuk', 'sakit kepala', 'nyeri pinggang', 'luka kecil', 'gatal karena air', 'lemas', 'tekanan darah tinggi'],
    makanan: ['ikan haruan', 'bayam', 'tempe', 'telur', 'pepaya', 'kacang hijau', 'ubi', 'jeruk', 'kelakai'],
    orang: ['balita', 'ibu hamil', 'lansia', 'remaja', 'pekerja di sawah', 'anak sekolah', 'anggota keluarga yang sakit'],
    tempat: ['puskesmas', 'posyandu', 'bidan desa', 'klinik terdekat', 'apotek'],
    waktu: ['setiap pagi', 'sebelum makan', 'paling sedikit seminggu sekali', 'sejak hari pertama', 'tanpa menunggu parah', 'pada musim kabut asap', 'ketika air naik'],
  },
  chapters: ['Rumah yang Sehat', 'Air Bersih', 'Piring Seimbang', 'Ibu dan Anak', 'Tumbuh Kembang Balita', 'Remaja', 'Usia Lanjut yang Gembira', 'Pertolongan Pertama', 'Musim Kabut Asap', 'Kesehatan Gigi', 'Bergerak Setiap Hari', 'Kesehatan Jiwa', 'Obat di Rumah'],
  openings: ['Sehat tidak dimulai di {tempat}, melainkan di dapur dan halaman rumah.', 'Satu kebiasaan kecil, {kebiasaan}, mencegah banyak penyakit.', 'Keluarga yang saling mengingatkan untuk {kebiasaan} jarang terkena {keluhan}.'],
  headings: ['Membiasakan {kebiasaan}', 'Bila terjadi {keluhan}', '{makanan} di meja kita', 'Untuk {orang}', 'Kapan harus ke {tempat}?', 'Mitos dan kenyataan', 'Rencana keluarga'],
  statements: [
    '{kebiasaan} {waktu} melindungi {orang} dari {keluhan}.',
    '{makanan} mudah ditemukan di pasar dan kaya zat gizi.',
    'Bila {keluhan} berlangsung lebih dari tiga hari, bawalah ke {tempat}.',
    'Beri minum sedikit demi sedikit tetapi sering kepada {orang} yang mengalami {keluhan}.',
    'Tidak ada satu makanan yang menyembuhkan semua penyakit; yang penting beragam.',
    'Simpan obat di tempat kering, tinggi, dan jauh dari jangkauan anak.',
    '{orang} memerlukan perhatian lebih, terutama {waktu}.',
    'Ajak seluruh keluarga {kebiasaan}, karena contoh lebih kuat daripada nasihat.',
    'Catat tanggal, suhu, dan keluhan lain sebelum pergi ke {tempat}.',
    'Petugas di {tempat} menjaga rahasia, jadi ceritakan apa adanya.',
    'Olah {makanan} jangan terlalu lama agar gizinya tidak hilang.',
    'Lingkungan yang bersih dari genangan mengurangi nyamuk.',
    'Bersama {makanan}, sajikan {makanan} supaya piring berwarna-warni.',
    'Istirahat adalah bagian dari pengobatan, bukan tanda malas.',
  ],
  steps: ['Cuci tangan, kenakan pelindung bila ada.', 'Tenangkan {orang} dan longgarkan pakaian.', 'Beri air minum bila sadar.', 'Catat jam mulai {keluhan}.', 'Hubungi {tempat}.', 'Sediakan {makanan} yang lembut.'],
  notes: ['Buku ini tidak menggantikan pemeriksaan. Untuk {keluhan} yang berat, segera ke {tempat}.', 'Ingat: {kebiasaan} {waktu}.', 'Coba pekan ini: ganti satu camilan dengan {makanan}.'],
};
