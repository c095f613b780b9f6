// The chart frame: axes with units, labels at the lines instead of a legend, the numbers in a table for those who want or need them.
const SVG = "http://www.w3.org/2000/svg";
const DASHES = ["", "7 4", "2 3", "10 3 2 3", "1 4"]; // lines differ by more than their hue
const LINE_HEIGHT = 15;

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) node.setAttribute(name, `${value}`);
  node.append(...children);
  return node;
}

// Round steps that a person would choose: 1, 2 or 5 times a power of ten.
function ticks(from, to, about) {
  const rough = (to - from) / about || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((it) => it * power).find((it) => it >= rough);
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

const said = (value) => value.toLocaleString("en-US", { maximumFractionDigits: Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0 }).replace("-", "−");

function extent(values, from, to) {
  const low = from ?? Math.min(...values);
  const high = to ?? Math.max(...values);
  return low === high ? [low, low + 1] : [low, high];
}

// Labels must not lie on each other: from the top down, each at least a line below the one above.
function apart(places, top, bottom) {
  const order = places.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  order.forEach((it, n) => { it.y = Math.max(it.y, n ? order[n - 1].y + LINE_HEIGHT : top); });
  const over = order.length ? Math.max(0, order.at(-1).y - bottom) : 0;
  const found = [];
  order.forEach((it) => { found[it.i] = it.y - over; });
  return found;
}

function numbers({ xLabel, lines }) {
  const xs = [...new Set(lines.flatMap((line) => line.points.map(([x]) => x)))].sort((a, b) => a - b);
  const at = lines.map((line) => new Map(line.points));
  const cell = (tag, text, scope) => el(tag, scope ? { scope } : {}, text);
  return el("div", { class: "numbers", tabindex: "0", role: "region", "aria-label": "The numbers" }, el("table", {},
    el("thead", {}, el("tr", {}, cell("th", xLabel, "col"), ...lines.map((line) => cell("th", line.name, "col")))),
    el("tbody", {}, ...xs.map((x) => el("tr", {}, cell("th", said(x), "row"), ...at.map((line) => cell("td", line.has(x) ? said(line.get(x)) : "")))))));
}

/* Lines over a common x.
     label          what the chart shows
     xLabel yLabel  with their units
     lines          [{ name, points: [[x, y], ...], tone: "s" | "t" | "a" | "r" | "f" | "accent", dots: false }]
     marks          [{ x, text }] moments, or [{ y, text }] levels
     xFrom xTo yFrom yTo   ends of the axes where the data should not set them
     summary        the sentence that says what to see; also what a screen reader hears */
function chart(first) {
  const node = el("figure", { class: "chart" });
  const height = 260;

  const draw = (data) => {
    const { label, xLabel, yLabel, lines, marks = [], summary = "" } = data;
    const width = Math.max(320, Math.min(node.clientWidth || 680, 760));
    const longest = Math.max(4, ...lines.map((line) => line.name.length));
    const frame = { left: 52, right: width - Math.min(16 + 7.4 * longest, width * 0.36), top: 30, bottom: height - 44 };
    const drawn = lines.filter((line) => line.points.length);
    const [x0, x1] = extent(drawn.flatMap((line) => line.points.map(([x]) => x)), data.xFrom, data.xTo);
    const [y0, y1] = extent(drawn.flatMap((line) => line.points.map(([, y]) => y)), data.yFrom, data.yTo);
    const px = (x) => frame.left + ((x - x0) / (x1 - x0)) * (frame.right - frame.left);
    const py = (y) => frame.bottom - ((y - y0) / (y1 - y0)) * (frame.bottom - frame.top);

    const axes = svg("g", { class: "axes" },
      svg("text", { x: 0, y: 14, class: "name" }, yLabel),
      svg("text", { x: frame.right, y: height - 6, class: "name", "text-anchor": "end" }, xLabel),
      ...ticks(y0, y1, 4).flatMap((y) => [
        svg("line", { x1: frame.left, x2: frame.right, y1: py(y), y2: py(y) }),
        svg("text", { x: frame.left - 8, y: py(y) + 4, "text-anchor": "end" }, said(y))]),
      ...ticks(x0, x1, 6).map((x) => svg("text", { x: px(x), y: frame.bottom + 18, "text-anchor": "middle" }, said(x))));
    const moments = marks.map(({ x, y, text }) => y === undefined
      ? svg("g", { class: "mark" }, svg("line", { x1: px(x), x2: px(x), y1: frame.top, y2: frame.bottom }),
        svg("text", { x: px(x) + (px(x) > (frame.left + frame.right) / 2 ? -5 : 5), y: frame.top + 10, "text-anchor": px(x) > (frame.left + frame.right) / 2 ? "end" : "start" }, text))
      : svg("g", { class: "mark" }, svg("line", { x1: frame.left, x2: frame.right, y1: py(y), y2: py(y) }),
        svg("text", { x: frame.left + 5, y: py(y) - 5 }, text)));
    const ends = apart(drawn.map((line) => py(line.points.at(-1)[1])), frame.top, frame.bottom);
    const tracks = drawn.map((line, i) => {
      const last = line.points.at(-1);
      return svg("g", { class: `track-of ${line.tone ?? "accent"}` },
        svg("polyline", { points: line.points.map(([x, y]) => `${px(x).toFixed(1)},${py(y).toFixed(1)}`).join(" "), "stroke-dasharray": DASHES[i % DASHES.length] || null }),
        ...(line.dots ? line.points : [last]).map(([x, y]) => svg("circle", { cx: px(x), cy: py(y), r: 3.5 })),
        svg("text", { x: px(last[0]) + 8, y: ends[i] + 4 }, line.name));
    });
    node.replaceChildren(
      el("figcaption", { class: "what" }, label),
      svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": `${label}. ${summary}` }, axes, ...moments, ...tracks),
      ...(summary ? [el("p", { class: "read-off" }, summary)] : []),
      ...(drawn.length ? [reveal("The numbers", numbers({ xLabel, lines: drawn }))] : []));
  };
  let now = first;
  const again = (data) => { now = data; draw(data); };
  new ResizeObserver(([entry], observer) => {
    if (!node.isConnected) observer.disconnect();
    else if (Math.abs(entry.contentRect.width - (node.dataset.width ?? 0)) > 1) {
      node.dataset.width = entry.contentRect.width;
      const open = node.querySelector("details")?.open;
      draw(now);
      if (open) node.querySelector("details").open = true;
    }
  }).observe(node);
  again(first);
  return { node, draw: again };
}

/* One bar a row, from zero, with its number and, where known, its interval.
     label unit rows   [{ name, value, low, high, tone, note }]
     to                the end of the scale where the data should not set it */
function bars(first) {
  const node = el("figure", { class: "bars" });
  const draw = ({ label, unit = "", rows, to = null, summary = "" }) => {
    const end = to ?? Math.max(...rows.map((row) => row.high ?? row.value), 0);
    const place = (value) => `${Math.max(0, Math.min(100, (100 * value) / (end || 1)))}%`;
    const span = (row) => row.low === undefined ? null : el("i", { class: "span", style: `left:${place(row.low)};width:calc(${place(row.high)} - ${place(row.low)})` });
    const words = (row) => `${said(row.value)} ${unit}${row.low === undefined ? "" : ` (${said(row.low)} to ${said(row.high)})`}`.trim();
    node.replaceChildren(
      el("figcaption", { class: "what" }, label),
      el("ul", {}, ...rows.map((row) => el("li", {},
        el("span", {}, row.name),
        el("span", { class: "track", "aria-hidden": "true" }, el("i", { class: row.tone ?? "accent", style: `width:${place(row.value)}` }), span(row)),
        el("b", {}, words(row)),
        row.note ? el("span", { class: "soft note" }, row.note) : null))),
      ...(summary ? [el("p", { class: "read-off" }, summary)] : []));
  };
  draw(first);
  return { node, draw };
}
