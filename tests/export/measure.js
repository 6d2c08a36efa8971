// What a page's layout breaks, as sentences; nothing where it breaks nothing. Run beside the page by the tests.
(() => {
  const faults = [];
  const say = (what, node) => faults.push(`${what}: ${node.textContent.trim().slice(0, 40)}`);
  const shown = node => node.getClientRects().length > 0;
  const paper = matchMedia("print").matches;
  if (!paper && document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push("the page scrolls sideways");
  for (const node of document.querySelectorAll("body *")) {
    if (!shown(node) || node.closest("svg")) continue;
    const own = [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim());
    if (own && node.scrollWidth > node.clientWidth + 1 && node.clientWidth) say("words stick out of their box", node);
    // 6.5 pt are 8.67 CSS pixels.
    if (paper && own && parseFloat(getComputedStyle(node).fontSize) < 8.66) say("too small on paper", node);
    if (!paper && node.matches("a[href^='tel:'], nav a") && node.getBoundingClientRect().height < 40) say("too low for a thumb", node);
  }
  for (const picture of document.querySelectorAll("svg")) {
    if (!shown(picture)) continue;
    const frame = picture.getBoundingClientRect();
    const said = [...picture.querySelectorAll("text")].filter(one => one.textContent.trim());
    const boxes = said.map(one => one.getBoundingClientRect());
    const scale = picture.viewBox.baseVal.width ? frame.width / picture.viewBox.baseVal.width : 1;
    said.forEach((one, at) => {
      const box = boxes[at];
      // A line's box is higher than its ink: a fifth of it above and below is empty.
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 3 || box.bottom > frame.bottom + 3) say("cut off at the picture's edge", one);
      if (paper && parseFloat(one.getAttribute("font-size")) * scale < 8.66) say("too small on paper", one);
      boxes.slice(at + 1).forEach((other, later) => {
        const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
        const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
        const flat = Math.min(box.height, other.height);
        if (wide > 1.5 && high > flat * 0.4) say(`covers "${said[at + 1 + later].textContent}"`, one);
      });
    });
  }
  return faults;
})()
