// A text field as high as its text: nobody should have to scroll inside a page that scrolls.
function growing(field) {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}
