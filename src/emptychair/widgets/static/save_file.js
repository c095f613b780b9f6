// Hand a file that Python made to the browser: `text`, or `base64` where it is not text.
function saveFile({ name, type, text, base64 }) {
  const content = base64 === undefined ? text : Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([content], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
