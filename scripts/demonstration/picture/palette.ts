/** The colours of one cover: a deep ground, what is written on paper (dark) and on the ground (ink), a lighter partner, an accent, the paper itself. */
export type Palette = { readonly ground: string; readonly dark: string; readonly partner: string; readonly accent: string; readonly paper: string; readonly ink: string };

const paper = '#f6efe2';

export const palettes: Readonly<Record<string, Palette>> = {
  daun: { ground: '#1f4d3a', dark: '#1f4d3a', partner: '#4f8a63', accent: '#e2a93b', paper, ink: '#f8f3e7' },
  kunyit: { ground: '#c98a1b', dark: '#7a2f1d', partner: '#e9bd58', accent: '#7a2f1d', paper: '#fbf4e2', ink: '#2b1c0c' },
  bata: { ground: '#8e3b26', dark: '#8e3b26', partner: '#c46a47', accent: '#f0c56b', paper, ink: '#fdf3e6' },
  nila: { ground: '#1f2f5c', dark: '#1f2f5c', partner: '#4a68a8', accent: '#e9a94a', paper: '#f2efe8', ink: '#f3f1ea' },
  terung: { ground: '#4a2347', dark: '#4a2347', partner: '#86548a', accent: '#e7b75c', paper: '#f5eee9', ink: '#f8f0f2' },
  sungai: { ground: '#155263', dark: '#155263', partner: '#3f93a0', accent: '#f2c46d', paper: '#f1f1e6', ink: '#eef6f4' },
  kembang: { ground: '#a33a57', dark: '#a33a57', partner: '#d9798d', accent: '#f4d58a', paper: '#fbf0ea', ink: '#fff4ef' },
  arang: { ground: '#262a2b', dark: '#262a2b', partner: '#596365', accent: '#d9913a', paper: '#f3efe7', ink: '#f5f1e8' },
  rawa: { ground: '#5b6424', dark: '#5b6424', partner: '#97a14b', accent: '#f0d27c', paper: '#f7f3e2', ink: '#fbf8e8' },
  fajar: { ground: '#b4553d', dark: '#b4553d', partner: '#eaa06a', accent: '#33415c', paper: '#fdf3e4', ink: '#fff6ec' },
};
