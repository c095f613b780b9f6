const WORDS_A_MINUTE = 140;

const clockText = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
const wordsIn = (text) => (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) || []).length;

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
    const where = !band || !length ? "" : length < band[0] ? "under the band" : length > band[1] ? "over the band" : "within the band";
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
