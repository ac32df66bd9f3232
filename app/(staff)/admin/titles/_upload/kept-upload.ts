/** An upload that this browser began: enough to go on after a lost connection or a closed tab. */
export type KeptUpload = { readonly id: string; readonly fileName: string; readonly sizeBytes: number; readonly lastModified: number };

// One a purpose: a new title, or another file for one title.
const place = (purpose: string) => `pinjam-upload:${purpose}`;

export function readKept(purpose: string): KeptUpload | null {
  try {
    return JSON.parse(localStorage.getItem(place(purpose)) ?? 'null') as KeptUpload | null;
  } catch {
    return null;
  }
}

export function keep(purpose: string, upload: KeptUpload | null): void {
  try {
    if (upload === null) return localStorage.removeItem(place(purpose));
    localStorage.setItem(place(purpose), JSON.stringify(upload));
  } catch {
    // a browser without storage uploads as well, it only cannot resume
  }
}

/** The same file again: by name, length and date, which the browser knows without reading 500 MB. */
export function isSameFile(kept: KeptUpload, file: File): boolean {
  return kept.fileName === file.name && kept.sizeBytes === file.size && kept.lastModified === file.lastModified;
}
