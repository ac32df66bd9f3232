/** Only a path of our own to go back to: "//elsewhere.example" and "/\elsewhere" are addresses of others. */
export function ownPath(text: string): string {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(text) ? text : '/';
}
