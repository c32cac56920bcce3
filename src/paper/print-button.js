// A page without its script is complete: the browser's own menu prints it as well.
const button = document.getElementById("print");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
