import type { Essay } from '../subject';

/** Village administration: letters, registers, budgets, minutes. */
export const desa: Essay = {
  form: 'essay',
  lexicon: {
    jabatan: ['kepala desa', 'sekretaris desa', 'bendahara', 'ketua RT', 'kepala dusun', 'anggota BPD', 'operator data', 'kader posyandu'],
    surat: ['surat keterangan domisili', 'surat pengantar nikah', 'surat keterangan usaha', 'berita acara musyawarah', 'surat tugas', 'undangan rapat', 'surat keterangan tidak mampu', 'daftar hadir'],
    buku: ['buku register surat keluar', 'buku kas umum', 'buku inventaris', 'buku tamu', 'buku data penduduk', 'buku agenda', 'buku tanah desa'],
    kegiatan: ['musyawarah perencanaan', 'pembangunan titian', 'perbaikan sumur bersama', 'pelatihan kader', 'pendataan warga', 'gotong royong saluran', 'penyaluran bantuan', 'pengelolaan taman baca'],
    waktu: ['paling lambat tiga hari kerja', 'pada hari yang sama', 'setiap akhir bulan', 'sebelum tahun anggaran berakhir', 'setelah mendapat tanda terima', 'satu minggu sebelum rapat'],
    berkas: ['fotokopi kartu keluarga', 'pengantar RT', 'kuitansi asli', 'foto kegiatan', 'notulen yang ditandatangani', 'daftar harga', 'denah lokasi'],
  },
  chapters: ['Tata Naskah', 'Surat Masuk dan Surat Keluar', 'Buku-Buku Register', 'Pelayanan di Loket', 'Musyawarah Desa', 'Menyusun Anggaran', 'Pertanggungjawaban', 'Data Penduduk', 'Arsip yang Mudah Dicari', 'Inventaris dan Aset', 'Keterbukaan Informasi', 'Taman Baca Desa', 'Serah Terima Jabatan'],
  openings: ['Pelayanan yang baik bermula dari meja yang rapi dan buku yang terisi hari itu juga.', 'Setiap {surat} adalah janji tertulis antara kantor desa dan warganya.', 'Bab ini menjelaskan tugas {jabatan} dengan contoh yang dapat langsung ditiru.'],
  headings: ['Membuat {surat}', 'Mengisi {buku}', 'Tugas {jabatan}', 'Alur {kegiatan}', 'Berkas yang diperiksa', 'Tenggat dan tanda terima', 'Contoh kasus', 'Bila terjadi kekeliruan'],
  statements: [
    '{jabatan} memeriksa {berkas} sebelum {surat} ditandatangani.',
    'Nomor {surat} diambil dari {buku}, tidak boleh dikosongkan atau dilompati.',
    '{surat} diselesaikan {waktu} dan diserahkan kepada warga dengan tanda terima.',
    'Kekeliruan pada {buku} dicoret satu garis, diberi paraf, dan tidak dihapus.',
    'Setiap pengeluaran untuk {kegiatan} disertai {berkas}.',
    'Warga berhak mengetahui jadwal {kegiatan} dan besarnya biaya.',
    'Salinan {surat} disimpan menurut tahun, bulan, kemudian nomor.',
    'Keputusan {kegiatan} dibacakan kembali di depan peserta sebelum ditutup.',
    '{jabatan} yang berhalangan menunjuk pengganti dengan {surat}.',
    '{waktu} {jabatan} mencocokkan {buku} dengan keadaan sebenarnya.',
    'Papan pengumuman memuat hasil {kegiatan}, lengkap dengan tanggal.',
    'Data pribadi warga hanya dibuka untuk keperluan pelayanan dan dicatat siapa yang membukanya.',
    'Contoh pengisian {buku} terdapat pada lampiran bab ini.',
    'Apabila {berkas} belum lengkap, petugas menyebutkan kekurangannya sekaligus, tidak satu per satu.',
    'Arsip yang baik dapat ditemukan dalam tiga menit oleh orang yang baru bekerja sehari.',
  ],
  steps: ['Terima {berkas} dan cocokkan dengan asli.', 'Catat pada {buku}.', 'Ketik {surat} memakai format desa.', 'Mintakan paraf {jabatan}.', 'Beri cap setelah tanda tangan, bukan sebelumnya.', 'Serahkan {waktu}.', 'Simpan salinan bersama {berkas}.'],
  notes: ['Perhatikan: tidak ada biaya untuk {surat}.', 'Contoh: “Telah diterima {berkas} dari warga dalam keadaan lengkap.”', 'Petunjuk: {buku} dapat dibuat dengan lembar kerja sederhana, asal dicetak setiap bulan.'],
};
