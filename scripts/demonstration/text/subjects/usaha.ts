import type { Essay } from '../subject';

/** Small business for families and village groups. */
export const usaha: Essay = {
  form: 'essay',
  lexicon: {
    usaha: ['warung sembako', 'keripik ubi', 'jasa jahit', 'kedai kopi', 'ternak itik alabio', 'bengkel perahu', 'katering hajatan', 'kelompok anyaman', 'kios pulsa', 'tambak kecil'],
    orang: ['Bu Rusmini', 'Pak Saberan', 'Hamdan', 'kelompok Melati', 'dua bersaudara', 'Acil Inur'],
    uang: ['modal kerja', 'laba bersih', 'uang kas', 'piutang', 'biaya tetap', 'tabungan usaha', 'harga pokok', 'dana darurat'],
    buku: ['buku kas harian', 'daftar stok', 'catatan pelanggan', 'jadwal belanja', 'nota rangkap dua'],
    waktu: ['setiap malam sebelum tutup', 'seminggu sekali', 'pada bulan pertama', 'menjelang bulan puasa', 'ketika harga naik', 'sesudah panen'],
    cara: ['kualitas yang sama setiap hari', 'ramah kepada yang hanya bertanya', 'tepat waktu', 'kemasan yang bersih', 'foto yang terang', 'harga yang ditulis jelas'],
  },
  chapters: ['Mulai dari yang Ada', 'Mengenal Pembeli', 'Menghitung Harga Pokok', 'Memisahkan Uang', 'Mencatat', 'Stok', 'Kemasan', 'Berjualan Daring', 'Utang dan Piutang', 'Bekerja dengan Keluarga', 'Tumbuh Pelan-Pelan', 'Izin dan Merek', 'Ketika Sepi'],
  openings: ['{orang} memulai {usaha} dengan meja pinjaman dan satu {buku}.', 'Usaha kecil jarang gagal karena kurang pembeli; lebih sering karena {uang} tidak dicatat.', 'Bab ini menceritakan {usaha} yang hampir tutup dan bagaimana ia bangkit.'],
  headings: ['Belajar dari {orang}', 'Mengatur {uang}', 'Memakai {buku}', 'Contoh hitungan {usaha}', 'Menjaga pelanggan', 'Latihan', 'Rencana tiga bulan'],
  statements: [
    '{orang} menulis semuanya di {buku} {waktu}.',
    'Dalam {usaha}, {uang} dan uang dapur disimpan di dua tempat berbeda.',
    'Pembeli kembali karena {cara}, bukan karena potongan harga.',
    '{waktu} {uang} sering terpakai tanpa terasa.',
    'Hitung dulu {uang}, baru tentukan harga jual.',
    '{usaha} milik {orang} melayani rata-rata tiga puluh pembeli sehari.',
    'Barang yang lambat laku dicatat di {buku} dan tidak dibeli lagi.',
    '{orang} menolak pesanan besar ketika {uang} belum cukup, dan keputusan itu menyelamatkannya.',
    'Tetapkan satu hari {waktu} untuk memeriksa {buku}.',
    'Kerja sama dengan {usaha} tetangga membuat ongkos angkut lebih murah.',
    'Rahasia {orang} sederhana: {cara}.',
    'Bila rugi dua bulan berturut-turut, ubah satu hal lalu ukur kembali.',
    'Simpan sepersepuluh {uang} untuk keadaan yang tidak terduga.',
  ],
  steps: ['Tulis semua bahan dan harganya.', 'Jumlahkan {uang} selama satu bulan.', 'Bagi dengan banyaknya barang yang terjual.', 'Bandingkan dengan harga di pasar.', 'Catat keputusan di {buku}.', 'Periksa lagi {waktu}.'],
  notes: ['Latihan: hitunglah {uang} untuk {usaha} milik Anda sendiri.', 'Kata {orang}: lebih baik untung tipis setiap hari daripada besar sekali setahun.', 'Hindari: mencampur {uang} dengan uang sekolah anak.'],
};
