// A document as it will look on paper: blocks of kind, part and text, as Python cuts them.
const PAGE_TAGS = { heading: "h4", subheading: "p", title: "h5", question: "h6", text: "p" };

function pageOf(blocks, label) {
  return el("div", { class: "page", role: "region", "aria-label": label, tabindex: "0" },
    ...blocks.map(([kind, , text]) => el(PAGE_TAGS[kind], { class: kind }, text)));
}
