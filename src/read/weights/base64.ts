/** Bytes of a base64 text; `atob` is in browsers and in Node alike. */
export function bytesOfBase64(text: string): Uint8Array {
  const binary = atob(text);
  const out = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) out[i] = binary.charCodeAt(i);
  return out;
}
