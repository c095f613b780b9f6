// The part of the mock interview in which one talks: question, clock, field, recording.
const DRAFT = "emptychair-mock:"; // what is typed is also kept in this browser, for when the kernel has gone
const PAUSE = 400; // ms without a keystroke before Python is told
const LONG_WAIT = 4000; // ms after which a kernel that says nothing has gone


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
    pass.disabled = !send.disabled; // what is written is sent or deleted, and never passed over by a slip
    voice.node.hidden = !spoken();
    field.placeholder = spoken() ? "A transcript may be pasted as it is: times, names and what others said are taken out." : "";
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
