// A recording lives in this page only: no part of it is sent to Python or anywhere else.
function recorder(onstart) {
  const place = el("div", { class: "line" });
  const said = el("p", { class: "soft", role: "status" });
  let machine = null;
  const draw = (address) => {
    place.replaceChildren(
      el("button", { type: "button", class: "second", onclick: machine ? stop : start }, machine ? "Stop recording" : "Record my voice"),
      ...(address ? [el("audio", { controls: true, src: address, "aria-label": "Your recording" }),
        el("a", { href: address, download: "answer.webm" }, "Save the recording"),
        el("button", { type: "button", class: "second", onclick: () => { URL.revokeObjectURL(address); said.textContent = "Forgotten."; draw(); } }, "Forget it")] : []));
  };
  const start = async () => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const pieces = [];
      machine = new MediaRecorder(stream);
      machine.ondataavailable = ({ data }) => pieces.push(data);
      machine.onstop = () => {
        stream.getTracks().forEach((track) => track.stop());
        const type = machine.mimeType;
        machine = null;
        said.textContent = "The recording is in this page only, and goes when the page is closed.";
        draw(URL.createObjectURL(new Blob(pieces, { type })));
      };
      machine.start();
      said.textContent = "Recording. It stays in this page.";
      onstart();
    } catch (error) {
      machine = null;
      said.textContent = `No recording: the browser gives no microphone (${error.name}). Go on without it.`;
    }
    draw();
  };
  const stop = () => machine && machine.state !== "inactive" && machine.stop();
  if (!navigator.mediaDevices || !window.MediaRecorder) return { node: el("div", {}), stop };
  draw();
  return { node: el("div", {}, place, said), stop };
}
