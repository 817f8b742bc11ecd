/** A text string as content writes it: hexadecimal, UTF-16, big-endian, with its byte order mark. */
export function hexText(text: string): string {
  let hex = "FEFF";
  for (let at = 0; at < text.length; at++) {
    hex += text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  }
  return `<${hex}>`;
}
