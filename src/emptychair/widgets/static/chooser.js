// The other side of Chooser in Python: what is chosen is merged into the choice and sent; the view that comes back is drawn.
function chooser({ model, root }) {
  const trouble = el("p", { class: "trouble", role: "alert" });
  let asked = 0;
  return {
    trouble,
    now: () => model.get("choice"),
    choose: (part) => {
      asked = performance.now();
      model.set("choice", { ...model.get("choice"), ...part });
      model.save_changes();
    },
    follow: (draw) => {
      const again = () => {
        draw(model.get("view"));
        if (asked) root.dataset.milliseconds = `${Math.round(performance.now() - asked)}`; // from asking Python to here
        trouble.textContent = model.get("trouble");
      };
      model.on("change:view", again);
      model.on("change:trouble", again);
      again();
    },
  };
}
