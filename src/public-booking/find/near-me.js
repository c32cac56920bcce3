// Asked to, and only then, the browser says where it is: rounded to a kilometre before it goes anywhere. Without this
// script the page is complete, and «Κοντά μου» is not there.
(() => {
  const near = document.getElementById("near");
  if (!near || !navigator.geolocation) return;
  const form = near.querySelector("form");
  const failure = near.querySelector("[role=alert]");
  near.hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    failure.textContent = "";
    navigator.geolocation.getCurrentPosition(found, failed, { maximumAge: 600000, timeout: 15000 });
  });

  function found(position) {
    form.elements.lat.value = position.coords.latitude.toFixed(2);
    form.elements.lon.value = position.coords.longitude.toFixed(2);
    form.submit();
  }

  function failed() {
    failure.textContent = near.getAttribute("data-failed");
  }
})();
