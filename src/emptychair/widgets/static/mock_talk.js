// The part of the mock interview in which one talks: question, clock, field, recording.
const DRAFT = "emptychair-mock:"; // what is typed is also kept in this browser, for when the kernel has gone
const PAUSE = 400; // ms without a keystroke before Python is told
const WORDS_A_MINUTE = 140;
const LONG_WAIT = 4000; // ms after which a kernel that says nothing has gone

const clockText = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
const wordsIn = (text) => (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) || []).length;

const drafts = {
  read(step) {
    try { return JSON.parse(localStorage.getItem(DRAFT + step)); } catch { return null; }
  },
  write(step, draft) {
    try { localStorage.setItem(DRAFT + step, JSON.stringify(draft)); } catch { /* private windows keep nothing; Python does */ }
  },
  forget(exceptStep) {
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(DRAFT) && key !== DRAFT + exceptStep) localStorage.removeItem(key);
    } catch { /* as above */ }
  },
};

// Time against the limit, and where there is a band, the length of speech against it.
function clockFace({ limits, band }) {
  const time = el("b", { class: "time", role: "timer" });
  const words = el("span", { class: "soft" });
  const here = el("i", { class: "here" });
  const top = limits.spoken;
  const place = (seconds) => `${Math.min(100, (100 * seconds) / top)}%`;
  const goal = band ? el("i", { class: "goal", style: `left:${place(band[0])};width:${(100 * (band[1] - band[0])) / top}%` }) : null;
  const alarm = el("p", { class: "trouble", role: "alert" });
  const draw = ({ seconds, spoken, text }) => {
    const length = spoken ? seconds : (wordsIn(text) * 60) / WORDS_A_MINUTE;
    const limit = spoken ? limits.spoken : limits.typed;
    const where = !band ? "" : length < band[0] ? "under the band" : length > band[1] ? "over the band" : "within the band";
    time.textContent = clockText(seconds);
    words.textContent = [`of ${clockText(limit)}`, `${wordsIn(text)} words, ${clockText(length)} ${spoken ? "on the clock" : "if spoken"}`, where].filter(Boolean).join(" · ");
    here.style.left = `min(${place(length)}, 100% - 3px)`;
    const said = seconds >= limit ? "Time is up. Nothing is cut off: finish the sentence and send it, or send it as it is." : "";
    if (alarm.textContent !== said) alarm.textContent = said;
  };
  const ends = band
    ? el("div", { class: "ends soft", "aria-hidden": "true" }, el("span", {}, "0:00"), el("span", {}, `2-minute band, ${clockText(band[0])} to ${clockText(band[1])}`), el("span", {}, clockText(top)))
    : null;
  const node = el("div", { class: "clock" }, el("p", {}, time, " ", words),
    band ? el("div", { class: "track", "aria-hidden": "true" }, goal, here) : null, ends, alarm);
  return { node, draw };
}

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

function aloud(text) {
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(new SpeechSynthesisUtterance(text));
}

function talk({ view, act, note, settings }) {
  const id = uid("mock");
  const local = drafts.read(view.step);
  const before = local && local.text.length >= view.draft.text.length ? local : view.draft;
  let seconds = Math.max(before.seconds || 0, view.draft.seconds || 0);
  let running = null;
  let timer = null;
  const spoken = () => mode.value() === 0;
  const state = () => ({ step: view.step, text: field.value, seconds: Math.round(seconds), spoken: spoken() });

  const mode = choiceList({
    legend: "How do you answer?",
    choices: ["Aloud, against the clock; then I paste or type what I said", "In writing"],
    chosen: before.spoken ? 0 : 1,
  });
  mode.node.classList.add("small");
  const face = clockFace(view);
  const field = el("textarea", { id, class: "lines", rows: 9, oninput: () => { if (!spoken()) run(); changed(); } });
  field.value = before.text;
  const toggle = el("button", { type: "button", class: "second", onclick: () => (running ? halt() : run()) });
  const voice = recorder(() => run());
  const send = el("button", { type: "button", class: "primary", onclick: () => finish("say") }, view.phase === "answer" ? "Send the answer" : "Send the reply");
  const pass = el("button", { type: "button", class: "second", onclick: () => finish("say", "") }, "Pass");
  const end = el("button", { type: "button", class: "second", onclick: () => finish("end") }, "End here");

  const draw = () => {
    face.draw({ seconds, spoken: spoken(), text: field.value });
    toggle.textContent = running ? "Stop the clock" : seconds ? "Go on" : "Start the clock";
    send.disabled = field.value.trim() === "";
    voice.node.hidden = !spoken();
  };
  const tell = () => note(state());
  const changed = () => {
    drafts.write(view.step, state());
    clearTimeout(timer);
    timer = setTimeout(tell, PAUSE);
    draw();
  };
  const halt = () => { clearInterval(running); running = null; changed(); };
  const run = () => {
    if (running) return;
    let last = performance.now();
    running = setInterval(() => {
      const now = performance.now();
      const whole = Math.floor(seconds);
      seconds += (now - last) / 1000;
      last = now;
      if (Math.floor(seconds) !== whole) drafts.write(view.step, state());
      if (Math.floor(seconds / 5) !== Math.floor(whole / 5)) tell();
      draw();
    }, 250);
    draw();
  };
  const finish = (what, text) => {
    clearInterval(running);
    running = null;
    clearTimeout(timer);
    voice.stop();
    const said = state();
    drafts.write(view.step, said);
    act(what, text === undefined ? said : { ...said, text });
    draw();
  };
  mode.node.addEventListener("input", () => { halt(); });

  const speaks = "speechSynthesis" in window;
  const reads = el("input", { type: "checkbox", checked: settings.reads, onchange: () => { settings.reads = reads.checked; if (reads.checked) aloud(view.prompt); } });
  const read = speaks ? el("div", { class: "line" },
    el("button", { type: "button", class: "second", onclick: () => aloud(view.prompt) }, "Read it aloud"),
    el("label", { class: "check" }, reads, "Read every question aloud")) : null;
  if (speaks && settings.reads) aloud(view.prompt);

  const left = el("div", { class: "exhibit", tabindex: "-1" },
    el("p", { class: "word" }, view.head), el("p", { class: "asked" }, view.prompt), read, mode.node, face.node,
    el("div", { class: "line" }, toggle), voice.node,
    el("label", { class: "lede above", for: id }, view.phase === "answer" ? "Your answer" : "Your reply"), field,
    el("div", { class: "line" }, send, pass, end));
  const right = el("div", { class: "said" },
    el("p", { class: "word" }, view.before.length ? "Said so far" : "While you answer"),
    ...(view.before.length
      ? view.before.flatMap(({ asked, said }) => [el("p", { class: "asked" }, asked), el("blockquote", {}, said)])
      : [el("p", { class: "soft" }, "Nothing is judged before the end. What you type is kept as you type it. If the page or the kernel goes, run the cell again and go on.")]));
  draw();
  return {
    node: el("div", { class: "two" }, left, right),
    focus: () => left.focus(),
    stop: () => { clearInterval(running); clearTimeout(timer); voice.stop(); if (speaks) window.speechSynthesis.cancel(); },
  };
}
