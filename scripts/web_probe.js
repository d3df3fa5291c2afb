// Goes into a page before its own scripts: tells when it is ready, and keeps its long tasks and frames.
// ISDRAWN is put in place of a function that tells whether the features are on the map.
(() => {
  const QUIET_MS = 300;
  const LEAST_VERTICES = 100;
  const isDrawn = ISDRAWN;
  const seen = { longest: 0, busyUntil: 0, frames: [], drewFeatures: false };

  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) {
      seen.longest = Math.max(seen.longest, duration);
      seen.busyUntil = Math.max(seen.busyUntil, startTime + duration);
    }
  }).observe({ type: 'longtask', buffered: true });

  // What WebGL draws cannot be asked for; so its calls are watched.
  for (const [name, sizeAt] of [
    ['drawArrays', [2]], ['drawElements', [1]],
    ['drawArraysInstanced', [2, 3]], ['drawElementsInstanced', [1, 4]],
  ]) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function watched(...given) {
      seen.busyUntil = performance.now();
      seen.drewFeatures ||= sizeAt.reduce((size, at) => size * given[at], 1) >= LEAST_VERTICES;
      return draw.apply(this, given);
    };
  }

  const holds = () => {
    try {
      return isDrawn(seen);
    } catch {
      return false;
    }
  };

  // The second frame after features are drawn and the last long task has ended, known 300 ms later.
  const settled = new Promise(resolve => {
    let drawnAt = null;
    let frames = [];
    const look = () => {
      const now = performance.now();
      if (drawnAt === null && holds()) {
        drawnAt = now;
      }
      if (drawnAt !== null) {
        frames.push(now);
        const free = Math.max(drawnAt, seen.busyUntil);
        frames = frames.filter(frame => frame > free);
        if (frames.length >= 2 && now - free > QUIET_MS) {
          resolve({ interactive_ms: frames[1], longest_ms: seen.longest });
          return;
        }
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

  // Gaps between frames until nothing has happened for a while.
  function record(leastMs) {
    const began = performance.now();
    seen.frames = [];
    return new Promise(resolve => {
      let last = null;
      const look = () => {
        const now = performance.now();
        if (last !== null) {
          seen.frames.push(now - last);
        }
        last = now;
        if (now - began > leastMs && now - seen.busyUntil > QUIET_MS) {
          resolve(seen.frames);
        } else {
          requestAnimationFrame(look);
        }
      };
      requestAnimationFrame(look);
    });
  }

  // How long after an event planmap's list and its canvas have followed.
  function follow(kind, act) {
    return new Promise((resolve, reject) => {
      const taken = {};
      let began = null;
      const begin = () => { began ??= performance.now(); };
      const note = ({ type }) => {
        if (began === null) {
          return;
        }
        taken[type.replace('planmap:', '')] = performance.now() - began;
        if ('listed' in taken && 'drawn' in taken) {
          clearTimeout(limit);
          document.removeEventListener('planmap:listed', note);
          document.removeEventListener('planmap:drawn', note);
          resolve(taken);
        }
      };
      const limit = setTimeout(() => reject(new Error(`nothing followed a ${kind} for 10 s`)), 10_000);
      globalThis.addEventListener(kind, begin, { capture: true, once: true });
      document.addEventListener('planmap:listed', note);
      document.addEventListener('planmap:drawn', note);
      act();
    });
  }

  globalThis.planmapBench = { settled, record, follow, seen };
})();
