import type { Essay } from '../subject';

/** Fisheries: ponds, cages, traps, smoke houses. */
export const ikan: Essay = {
  form: 'essay',
  lexicon: {
    ikan: ['haruan', 'papuyu', 'patin', 'nila', 'sepat siam', 'baung', 'lele', 'jelawat', 'udang galah', 'saluang'],
    wadah: ['kolam terpal', 'keramba apung', 'beje', 'kolam tanah', 'hapa', 'bak semen'],
    alat: ['jala lempar', 'lunta', 'rawai', 'bubu bambu', 'hancau', 'serok halus', 'timbangan', 'termometer kolam'],
    pakan: ['pelet terapung', 'maggot', 'dedak halus', 'keong cincang', 'daun talas', 'cacing sutra'],
    masalah: ['air keruh', 'ikan megap-megap di permukaan', 'luka pada sirip', 'pertumbuhan tidak seragam', 'pakan tersisa', 'benih dimakan burung'],
    waktu: ['pagi dan sore', 'setelah hujan lebat', 'dua kali seminggu', 'pada bulan ketiga', 'saat air sungai surut', 'sebelum matahari tinggi'],
  },
  chapters: ['Rawa dan Penghuninya', 'Memilih Wadah', 'Benih', 'Pakan Murah dari Sekitar', 'Menjaga Air', 'Kesehatan Ikan', 'Keramba di Sungai', 'Alat Tangkap yang Adil', 'Panen', 'Ikan Asin, Ikan Asap', 'Menjual Bersama', 'Larangan dan Musim', 'Buku Catatan Pembudidaya'],
  openings: ['Rawa memberi makan siapa saja yang mau menunggu.', 'Memelihara {ikan} di {wadah} dapat dimulai dengan modal kecil dan kesabaran besar.', 'Orang hulu mengenal {ikan} dari cara airnya beriak.'],
  headings: ['Memelihara {ikan} di {wadah}', 'Mengatasi {masalah}', 'Membuat {pakan}', 'Merawat {alat}', 'Sortir dan panen', 'Hitungan satu siklus', 'Aturan bersama'],
  statements: [
    '{ikan} menyukai air tenang dan tempat berlindung dari tumbuhan.',
    'Berikan {pakan} {waktu}, sebanyak yang habis dalam sepuluh menit.',
    'Tanda pertama {masalah} adalah ikan yang malas makan.',
    '{wadah} dibersihkan {waktu} dan dikeringkan sehari sebelum ditebari.',
    'Benih {ikan} yang seragam mengurangi persaingan.',
    'Ganti sepertiga air bila terjadi {masalah}.',
    '{alat} bermata rapat tidak dipakai pada musim pemijahan.',
    'Kelompok menyepakati hari tanpa {alat} supaya {ikan} sempat bertelur.',
    'Catat jumlah {pakan} setiap hari; di sanalah untung dan rugi terlihat.',
    '{ikan} asap bertahan dua minggu bila disimpan kering.',
    'Harga {ikan} tertinggi menjelang hari raya, tetapi panen serempak menjatuhkannya.',
    'Tali {wadah} diperiksa {waktu}, terutama ketika arus deras.',
    '{pakan} buatan sendiri memangkas biaya hampir separuh.',
    'Jangan menebar {ikan} dari luar daerah ke sungai tanpa petunjuk penyuluh.',
  ],
  steps: ['Siapkan {wadah} dan isi air setinggi pinggang.', 'Tebar benih {ikan} pada sore hari.', 'Beri {pakan} {waktu}.', 'Periksa {alat} dan tali pengikat.', 'Sortir menurut ukuran tiap bulan.', 'Panen dengan {alat}, simpan dalam air mengalir.'],
  notes: ['Peringatan: setrum dan racun merusak rawa untuk bertahun-tahun.', 'Resep pakan: campur dua bagian dedak dengan satu bagian {pakan}.', 'Tanya jawab: bolehkah {ikan} dicampur dengan {ikan}? Boleh bila ukurannya sama.'],
  scenes: ['ikan', 'sungai', 'hujan'],
  captions: ['{ikan} di {wadah}', 'Menebar {alat} {waktu}'],
};
