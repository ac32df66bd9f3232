import type { Book } from '../book';

const manual = { language: 'id', kind: 'typeset', format: 'a5', family: 'literata' } as const;

/** Cooking, farming, fishing, health, crafts, trade, administration. */
export const useful: readonly Book[] = [
  { ...manual, slug: 'dapur-banua', title: 'Dapur Banua', subtitle: 'Seratus resep dari tepi sungai', author: 'Hj. Masitah Rahman', publisher: 'Penerbit Wadai', year: 2023, copies: 2, subject: 'dapur', pages: 150, chapters: 12, format: 'square', subjects: ['Masakan', 'Resep', 'Kalimantan Selatan'], cover: { layout: 'frame', palette: 'kunyit', face: 'Literata' },
    description: 'Gangan, masak habang, pais, dan kue-kue sore: resep rumahan yang ditulis seperti bercerita, dengan takaran yang jelas dan catatan hemat.' },
  { ...manual, slug: 'wadai-empat-puluh-satu', title: 'Wadai Empat Puluh Satu', subtitle: 'Kue untuk segala hajat', author: 'Hj. Masitah Rahman', publisher: 'Penerbit Wadai', year: 2024, copies: 1, subject: 'dapur', pages: 64, chapters: 6, format: 'square', family: 'lora', subjects: ['Masakan', 'Kue'], cover: { layout: 'field', palette: 'kembang', face: 'Lora' },
    description: 'Kue basah dan kue kering untuk syukuran, arisan, dan teh sore.' },
  { ...manual, slug: 'bertani-di-lahan-pasang-surut', title: 'Bertani di Lahan Pasang Surut', subtitle: 'Panduan kelompok tani', author: 'Ir. Gusti Darmawan', publisher: 'Tani Makmur Media', year: 2022, copies: 3, subject: 'tani', pages: 128, chapters: 13, pictureChance: 0.2, subjects: ['Pertanian', 'Padi', 'Lahan rawa'], cover: { layout: 'scene', palette: 'daun', face: 'Jakarta', scene: 'sawah' },
    description: 'Membaca air, memilih benih, mengendalikan hama bersama-sama. Dari catatan enam musim di lahan pasang surut.' },
  { ...manual, slug: 'pekarangan-sumber-gizi', title: 'Pekarangan Sumber Gizi', author: 'Siti Raudah', publisher: 'Tani Makmur Media', year: 2021, copies: 2, subject: 'tani', pages: 48, chapters: 7, family: 'lora', subjects: ['Pertanian', 'Pekarangan', 'Gizi'], cover: { layout: 'field', palette: 'rawa', face: 'Lora' },
    description: 'Sayur, buah, dan bumbu dari halaman sepuluh langkah.' },
  { ...manual, slug: 'budidaya-ikan-rawa', title: 'Budidaya Ikan Rawa', subtitle: 'Haruan, papuyu, patin', author: 'Drs. Abdul Gani Saleh', publisher: 'Tani Makmur Media', year: 2023, copies: 2, subject: 'ikan', pages: 104, chapters: 11, pictureChance: 0.2, subjects: ['Perikanan', 'Budidaya'], cover: { layout: 'scene', palette: 'sungai', face: 'Jakarta', scene: 'ikan' },
    description: 'Dari benih sampai panen di kolam terpal, keramba, dan beje, lengkap dengan hitungan satu siklus.' },
  { ...manual, slug: 'jala-lunta-bubu', title: 'Jala, Lunta, Bubu', subtitle: 'Alat tangkap yang adil', author: 'Mursyid Bakri', publisher: 'Arsip Banua', year: 2019, copies: 1, subject: 'ikan', pages: 44, chapters: 6, subjects: ['Perikanan', 'Budaya'], cover: { layout: 'emblem', palette: 'daun', face: 'Literata' },
    description: 'Mengenal alat tangkap tradisional dan aturan bersama yang menjaga sungai.' },
  { ...manual, slug: 'keluarga-sehat-di-tepi-air', title: 'Keluarga Sehat di Tepi Air', author: 'dr. Nadia Zulaikha', publisher: 'Sehat Bersama', year: 2024, copies: 4, subject: 'sehat', pages: 96, chapters: 11, subjects: ['Kesehatan', 'Keluarga'], cover: { layout: 'label', palette: 'daun', face: 'Jakarta' },
    description: 'Air bersih, piring seimbang, tumbuh kembang anak, dan pertolongan pertama: bekal sehari-hari untuk setiap rumah.' },
  { ...manual, slug: 'buku-saku-kader-posyandu', title: 'Buku Saku Kader Posyandu', author: 'Tim Kader Melati', publisher: 'Sehat Bersama', year: 2025, copies: 3, subject: 'sehat', pages: 40, chapters: 7, format: 'pocket', subjects: ['Kesehatan', 'Ibu dan anak'], cover: { layout: 'field', palette: 'sungai', face: 'Jakarta' },
    description: 'Ringkas dan mudah dibawa: langkah-langkah kerja kader dari pendaftaran sampai kunjungan rumah.' },
  { ...manual, slug: 'sasirangan-warna-alam', title: 'Sasirangan Warna Alam', subtitle: 'Motif, ikat, celup', author: 'Galuh Kencana Dewi', publisher: 'Arsip Banua', year: 2022, copies: 1, subject: 'kerajinan', pages: 76, chapters: 9, pictureChance: 0.2, format: 'square', subjects: ['Kerajinan', 'Sasirangan', 'Budaya'], cover: { layout: 'field', palette: 'terung', face: 'Literata' },
    description: 'Dari kain putih sampai selendang: menggambar motif, menjelujur, mengikat, dan mencelup dengan warna dari kebun sendiri.' },
  { ...manual, slug: 'menganyam-purun', title: 'Menganyam Purun', author: 'Kelompok Anyam Melati', publisher: 'Rumah Cerita Banua', year: 2020, copies: 2, subject: 'kerajinan', pages: 36, chapters: 5, family: 'lora', subjects: ['Kerajinan', 'Anyaman'], cover: { layout: 'label', palette: 'rawa', face: 'Literata' },
    description: 'Tikar, bakul, dan tas dari purun, dijelaskan langkah demi langkah.' },
  { ...manual, slug: 'usaha-kecil-catatan-besar', title: 'Usaha Kecil, Catatan Besar', author: 'Fahmi Ansari', publisher: 'Kertas Biru', year: 2023, copies: 2, subject: 'usaha', pages: 100, chapters: 12, subjects: ['Kewirausahaan', 'Keuangan'], cover: { layout: 'emblem', palette: 'bata', face: 'Jakarta' },
    description: 'Kisah warung, keripik, dan jahitan yang bertahan karena satu kebiasaan: mencatat.' },
  { ...manual, slug: 'administrasi-desa-yang-rapi', title: 'Administrasi Desa yang Rapi', subtitle: 'Contoh surat, buku, dan alur', author: 'H. Sabri Marzuki', publisher: 'Bina Aparatur', year: 2024, copies: 3, subject: 'desa', pages: 132, chapters: 13, format: 'a4', subjects: ['Pemerintahan desa', 'Administrasi'], cover: { layout: 'field', palette: 'bata', face: 'Jakarta' },
    description: 'Panduan kerja sekretariat desa: surat, register, anggaran, dan pertanggungjawaban, dengan contoh yang dapat ditiru.' },
  { ...manual, slug: 'taman-baca-desa', title: 'Taman Baca Desa', subtitle: 'Mendirikan dan merawat', author: 'Noor Ifansyah', publisher: 'Bina Aparatur', year: 2021, copies: 2, subject: 'desa', pages: 42, chapters: 6, subjects: ['Perpustakaan', 'Pemerintahan desa'], cover: { layout: 'frame', palette: 'daun', face: 'Lora' },
    description: 'Dari satu rak di balai desa menjadi tempat berkumpul: jadwal, buku tamu, dan kerja relawan.' },
];
