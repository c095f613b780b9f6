// Touches every kind of control of a widget several times, as long as something new comes, and notes how long each answer took.
// A kind is what a hand would call it: a slider, a field, "Decide", one of the tabs. Kinds that a later stage brings are found by
// choosing and pressing on.
async (face, { quiet, longest, tries, most, patience, enough }) => {
  const LIVE = "input, textarea, select, button, summary";
  const taken = (it) => it.disabled || it.readOnly || !it.offsetParent || (it.type === "radio" && it.checked) || it.ariaPressed === "true";
  const controls = () => [...face.querySelectorAll(LIVE)].filter((it) => !taken(it));
  const words = (it) => it.textContent.trim().replace(/:.*|\d.*/s, "").split(/\s+/).slice(0, 4).join(" ");
  const group = (it) => it.closest("nav, fieldset, ul, ol")?.getAttribute("aria-label") ?? "a list";
  const kindOf = (it) => {
    if (it.tagName === "SUMMARY") return "opening";
    if (it.tagName !== "BUTTON") return it.type;
    return it.matches(".primary, .second") ? words(it) : `one of ${group(it)}`;
  };
  const tell = (target, ...kinds) => kinds.forEach((kind) => target.dispatchEvent(new Event(kind, { bubbles: true })));
  let serial = 0;
  const touch = (target) => {
    serial += 1;
    target.focus({ preventScroll: true });
    if (["range", "number"].includes(target.type)) {
      const [low, high, step] = [Number(target.min || 0), Number(target.max || 100), Number(target.step || 1)];
      target.value = low + step * ((serial * 7) % (Math.floor((high - low) / step) + 1));
    } else if (target.type === "date") target.value = `2099-03-0${1 + (serial % 9)}`;
    else if (["TEXTAREA"].includes(target.tagName) || ["text", "search"].includes(target.type)) target.value += " I rang her.";
    else if (target.tagName === "SELECT") target.selectedIndex = (target.selectedIndex + 1) % target.options.length;
    else return target.click();
    tell(target, "input", "change");
  };

  const busy = () => document.querySelector(".jp-Notebook-ExecutionIndicator")?.dataset.status !== "idle";
  const timed = async (target) => {
    let last = null;
    const clocks = (it) => (it.target.closest ? it.target : it.target.parentElement)?.closest("[role=timer], .clock");
    const observer = new MutationObserver((all) => { if (!all.every(clocks)) last = performance.now(); });
    observer.observe(face, { childList: true, subtree: true, characterData: true, attributes: true });
    const kind = kindOf(target);
    const began = performance.now();
    touch(target);
    const passed = (since) => performance.now() - since;
    while ((passed(last ?? began) < quiet || busy()) && passed(began) < longest) await new Promise((resolve) => setTimeout(resolve, 10));
    observer.disconnect();
    const restless = passed(began) >= longest && !busy(); // the page goes on by itself, as a clock does: that is no answer
    return { kind, ms: last === null || restless ? null : last - began };
  };

  const found = new Map(); // kinds in the order in which they came, with how often each was touched
  const notes = [];
  const start = performance.now();
  let driven = 0;
  while (notes.length < most && driven < patience && performance.now() - start < enough) {
    const here = Map.groupBy(controls().reverse(), kindOf);
    for (const kind of here.keys()) if (!found.has(kind)) { found.set(kind, 0); driven = 0; }
    // the newest kind first, since what "Play" begins "Pause" ends; of each kind another one every time
    const [kind, count] = [...found].reverse().find(([it, times]) => times < tries && here.has(it)) ?? [];
    const all = controls();
    const waiting = face.querySelector("button.primary:disabled");
    const next = kind ? here.get(kind).at(-1 - (count % here.get(kind).length))
      : all.find((it) => it.matches("button.primary"))
        ?? all.find((it) => waiting && ["radio", "checkbox"].includes(it.type) && !it.checked)
        ?? all.find((it) => it.ariaPressed === "false");
    if (!next) break;
    if (!kind) driven += 1;
    found.set(kindOf(next), (found.get(kindOf(next)) ?? 0) + 1);
    notes.push(await timed(next));
  }
  return notes;
}
