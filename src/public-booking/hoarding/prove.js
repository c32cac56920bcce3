// A time is held for this browser once it has computed something: nobody is asked anything. The page is complete without this
// script, and says how to go on.
(() => {
  const page = document.getElementById("work");
  if (!page || !window.crypto?.subtle) return;
  const form = page.querySelector("form");
  const progress = page.querySelector("progress");
  const challenge = JSON.parse(page.getAttribute("data-challenge"));
  const { nonce, salt, cost, keyLength, keyPrefix, data } = challenge.parameters;
  const [begin, salted] = [bytes(nonce), bytes(salt)];
  const tried = new Uint8Array(begin.length + 4);
  tried.set(begin);
  const counted = new DataView(tried.buffer);
  page.hidden = false;
  progress.max = data.tries;
  void work(0);

  async function work(counter) {
    counted.setUint32(begin.length, counter);
    const key = await crypto.subtle.importKey("raw", tried, "PBKDF2", false, ["deriveBits"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: salted, iterations: cost };
    const derivedKey = hex(new Uint8Array(await crypto.subtle.deriveBits(how, key, keyLength * 8)));
    progress.value = counter + 1;
    if (!derivedKey.startsWith(keyPrefix)) return work(counter + 1);
    const { parameters, signature } = challenge;
    form.elements.proof.value = btoa(
      JSON.stringify({ challenge: { parameters, signature }, solution: { counter, derivedKey } }),
    );
    form.submit();
  }

  function bytes(text) {
    return Uint8Array.from(text.match(/../g), (pair) => Number.parseInt(pair, 16));
  }

  function hex(key) {
    return Array.from(key, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
})();
