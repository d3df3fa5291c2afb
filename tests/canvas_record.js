// Keeps what the canvases of a page show, for tests: window.shown() gives it in pixels of the window.
(() => {
  const records = new Map();
  const { prototype } = CanvasRenderingContext2D;
  const hook = (name, before) => {
    const original = prototype[name];
    prototype[name] = function hooked(...given) {
      before(this, given);
      return original.apply(this, given);
    };
  };
  const recordOf = ({ canvas }) => {
    if (!records.has(canvas)) records.set(canvas, { texts: [], circles: [], leaders: [], limits: [], lines: [], path: [], arcs: [] });
    return records.get(canvas);
  };
  const onCanvas = (context, x, y) => {
    const { x: left, y: top } = context.getTransform().transformPoint({ x, y });
    return [left / devicePixelRatio, top / devicePixelRatio];
  };
  hook('clearRect', (context) => records.delete(context.canvas));
  hook('beginPath', (context) => Object.assign(recordOf(context), { path: [], arcs: [] }));
  hook('moveTo', (context, [x, y]) => recordOf(context).path.push(onCanvas(context, x, y)));
  hook('lineTo', (context, [x, y]) => recordOf(context).path.push(onCanvas(context, x, y)));
  hook('arc', (context, [x, y, radius]) => recordOf(context).arcs.push([...onCanvas(context, x, y), radius]));
  hook('fill', (context) => {
    const record = recordOf(context);
    if (context.fillStyle instanceof CanvasPattern) record.circles.push(...record.arcs);
  });
  hook('stroke', (context, [path]) => {
    const record = recordOf(context);
    if (path) return;
    if (context.getLineDash().join() === '9,5') record.limits.push(record.path);
    else if (context.strokeStyle === '#ffd257') record.lines.push(...record.path);
    else if (context.lineWidth === 1 && record.path.length === 2) record.leaders.push(record.path);
  });
  hook('fillText', (context, [text, x, y]) => {
    const size = parseFloat(context.font.match(/([\d.]+)px/)[1]);
    const [middle, level] = onCanvas(context, x, y);
    const width = context.measureText(text).width;
    recordOf(context).texts.push({ text, size, box: [middle - width / 2, level - size / 2, middle + width / 2, level + size / 2] });
  });
  window.shown = () => [...records].filter(([canvas]) => canvas.isConnected && canvas.classList.contains('planmap-canvas')).map(([canvas, record]) => {
    const { left, top } = canvas.getBoundingClientRect();
    const move = ([x, y]) => [x + left, y + top];
    return {
      texts: record.texts.map(({ text, size, box }) => ({ text, size, box: [...move(box), ...move(box.slice(2))] })),
      circles: record.circles.map(([x, y, radius]) => [...move([x, y]), radius]),
      leaders: record.leaders.map((line) => line.map(move)),
      limits: record.limits.map((ring) => ring.map(move)),
      lines: record.lines.map(move),
    };
  });
})();
