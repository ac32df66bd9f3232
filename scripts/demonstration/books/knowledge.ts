import type { Book } from '../book';

const study = { language: 'id', kind: 'typeset', format: 'a5', family: 'literata' } as const;

/** Nature, history, science, travel. */
export const knowledge: readonly Book[] = [
  { ...study, slug: 'negeri-seribu-sungai', title: 'Negeri Seribu Sungai', subtitle: 'Ensiklopedia alam bergambar', author: 'Prof. Hidayatullah Anwar dkk.', publisher: 'Banua Ilmu', year: 2025, copies: 2, subject: 'alam', pages: 320, chapters: 24, pictureChance: 0.66, family: 'lora', subjects: ['Alam', 'Ensiklopedia', 'Kalimantan Selatan'], cover: { layout: 'scene', palette: 'daun', face: 'Literata', scene: 'pegunungan' },
    description: 'Rawa lebak, hutan galam, lereng Meratus: lebih dari tiga ratus halaman dengan gambar hampir di setiap bagian, untuk keluarga dan sekolah.' },
  { ...study, slug: 'mengamati-burung-rawa', title: 'Mengamati Burung Rawa', subtitle: 'Buku saku pengamat', author: 'Lukman Hakim Sidiq', publisher: 'Banua Ilmu', year: 2022, copies: 1, subject: 'alam', pages: 56, chapters: 7, format: 'pocket', subjects: ['Alam', 'Burung'], cover: { layout: 'scene', palette: 'rawa', face: 'Jakarta', scene: 'sungai' },
    description: 'Cara melihat tanpa mengganggu: suara, jejak, dan waktu terbaik.' },
  { ...study, slug: 'jejak-lada-dan-intan', title: 'Jejak Lada dan Intan', subtitle: 'Sejarah kota-kota sungai', author: 'Drs. Ramli Noor Effendi', publisher: 'Arsip Banua', year: 2021, copies: 1, subject: 'sejarah', pages: 168, chapters: 15, subjects: ['Sejarah lokal', 'Kalimantan Selatan'], cover: { layout: 'label', palette: 'bata', face: 'Literata' },
    description: 'Bagaimana kampung-kampung di atas rakit menjadi kota, dan apa yang hanyut dalam perjalanan itu. Disusun dari catatan saudagar, peta tangan, dan cerita para tetua.' },
  { ...study, slug: 'pasar-di-atas-air', title: 'Pasar di Atas Air', subtitle: 'Tiga abad berdagang', author: 'Mahrita Sulaiman', publisher: 'Arsip Banua', year: 2023, copies: 2, subject: 'sejarah', pages: 82, chapters: 9, pictureChance: 0.2, family: 'lora', subjects: ['Sejarah lokal', 'Perdagangan', 'Budaya'], cover: { layout: 'scene', palette: 'kembang', face: 'Lora', scene: 'pasar' },
    description: 'Jukung, tawar-menawar, dan para perempuan yang menghidupkan pasar sebelum matahari terbit.' },
  { ...study, slug: 'rumah-bubungan-tinggi', title: 'Rumah Bubungan Tinggi', author: 'Ar. Yulia Safitri', publisher: 'Banua Ilmu', year: 2019, copies: 1, subject: 'sejarah', pages: 52, chapters: 7, format: 'square', subjects: ['Arsitektur', 'Sejarah lokal'], cover: { layout: 'emblem', palette: 'kunyit', face: 'Literata' },
    description: 'Rumah-rumah panggung dan orang yang membangunnya, tiang demi tiang.' },
  { ...study, slug: 'sains-di-tepi-sungai', title: 'Sains di Tepi Sungai', subtitle: 'Percobaan untuk kelas 5 dan 6', author: 'Rini Apriliani, S.Pd.', publisher: 'Banua Ilmu', year: 2024, copies: 5, subject: 'sains', pages: 116, chapters: 14, pictureChance: 0.2, subjects: ['Sains', 'Sekolah dasar', 'Percobaan'], cover: { layout: 'field', palette: 'nila', face: 'Jakarta' },
    description: 'Gaya apung dengan jukung kertas, listrik dengan baterai bekas: percobaan murah yang dapat dilakukan di halaman sekolah.' },
  { ...study, slug: 'langit-selatan', title: 'Langit Selatan', subtitle: 'Pengantar mengamati bintang', author: 'Taufik Rahmadi', publisher: 'Banua Ilmu', year: 2023, copies: 1, subject: 'sains', pages: 58, chapters: 8, subjects: ['Sains', 'Astronomi'], cover: { layout: 'scene', palette: 'arang', face: 'Jakarta', scene: 'malam' },
    description: 'Mengenal bulan, planet, dan rasi dari halaman rumah tanpa teropong.' },
  { ...study, slug: 'menjadi-peneliti-muda', title: 'Menjadi Peneliti Muda', author: 'Rini Apriliani, S.Pd.', publisher: 'Banua Ilmu', year: 2022, copies: 2, subject: 'sains', pages: 46, chapters: 7, family: 'lora', subjects: ['Sains', 'Sekolah menengah'], cover: { layout: 'frame', palette: 'nila', face: 'Jakarta' },
    description: 'Bertanya, mengukur, mencatat, menyimpulkan: bekal lomba karya ilmiah remaja.' },
  { ...study, slug: 'by-boat-to-banjar', title: 'By Boat to Banjar', subtitle: 'A slow guide to South Kalimantan', author: 'Jonah Whitlock', publisher: 'Titian Press', year: 2025, language: 'en', copies: 2, subject: 'english-guide', pages: 78, chapters: 11, pictureChance: 0.2, subjects: ['Travel', 'English', 'South Kalimantan'], cover: { layout: 'scene', palette: 'bata', face: 'Literata', scene: 'pasar' },
    description: 'Markets before dawn, houses on stilts, cloth and birds: an unhurried companion for visitors who prefer water to roads.' },
  { ...study, slug: 'birds-of-the-lebak', title: 'Birds of the Lebak', subtitle: 'Notes from a swamp', author: 'Jonah Whitlock', publisher: 'Titian Press', year: 2023, language: 'en', copies: 1, subject: 'english-guide', pages: 40, chapters: 6, format: 'pocket', subjects: ['Nature', 'English', 'Birds'], cover: { layout: 'emblem', palette: 'sungai', face: 'Lora' },
    description: 'Field notes on storks, egrets and patience.' },
];
