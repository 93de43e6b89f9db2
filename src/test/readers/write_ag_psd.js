// Writes PSD and PSB files with ag-psd. Argument: an output folder. NODE_PATH names the folder of modules.
const ag = require('ag-psd');
const { toBlendMode } = require('ag-psd/dist/helpers');
const fs = require('fs');
const path = require('path');

const WIDTH = 64;
const HEIGHT = 48;
const image = (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) });
ag.initializeCanvas(() => { throw new Error('there is no canvas'); }, image);

let state = 5;
const random = () => (state = (state * 1103515245 + 12345) % 2147483648) >>> 16 & 255;

function picture(width, height, opaque) {
  const made = image(width, height);
  for (let i = 0; i < made.data.length; i++) made.data[i] = opaque && i % 4 === 3 ? 255 : random();
  return made;
}

const layer = (name, left, top, more) => ({ name, left, top, imageData: picture(30, 22), ...more });
const floor = () => ({ name: 'floor', left: 0, top: 0, imageData: picture(WIDTH, HEIGHT, true) });
const page = (children, more) => ({ width: WIDTH, height: HEIGHT, children: [floor(), ...children], ...more });
const mask = (left, top, more) => ({ left, top, imageData: grey(16, 14), ...more });

function grey(width, height) {
  const made = picture(width, height, true);
  for (let i = 0; i < made.data.length; i += 4) made.data[i + 1] = made.data[i + 2] = made.data[i];
  return made;
}

const modes = Object.values(toBlendMode).filter(mode => mode !== 'pass through' && mode !== 'dissolve');
const files = {
  layers: page([
    layer('Drachen \u7d05 \u{1fa81}', 8, 6), layer('hidden', 8, 6, { hidden: true }), layer('half', 20, 9, { opacity: 0.5 }),
    layer('off the canvas', 50, -10)]),
  modes: page(modes.map((blendMode, i) => layer(blendMode, i % 7 * 9, (i / 7 | 0) * 9, { blendMode, imageData: picture(9, 9, true) }))),
  groups: page([
    { name: 'outer', opened: false, children: [{ name: 'inner', blendMode: 'multiply', opened: true, children: [layer('deep', 8, 6)] }] },
    { name: 'passing', blendMode: 'pass through', opacity: 0.6, opened: true, children: [layer('multiplied', 20, 20, { blendMode: 'multiply' })] }]),
  masks: page([
    layer('outside hidden', 3, 4, { mask: mask(6, 8, { defaultColor: 0 }) }),
    layer('outside shown', 10, 8, { mask: mask(14, 11, { defaultColor: 255 }) }),
    layer('dense', 17, 12, { mask: mask(22, 14, { defaultColor: 0, userMaskDensity: 0.4 }) }),
    layer('off', 24, 16, { mask: mask(30, 17, { defaultColor: 0, disabled: true }) })]),
  clipping: page([
    { name: 'base', left: 10, top: 8, imageData: picture(30, 24, true) }, layer('clipped', 4, 4, { clipping: true }),
    layer('fill', 24, 20, { fillOpacity: 0.35 })]),
  tags: page([
    layer('red', 8, 6, { layerColor: 'red' }), layer('locked', 8, 6, { protected: { transparency: true, position: true } }),
    layer('all', 20, 9, { protected: { transparency: true, composite: true, position: true }, layerColor: 'gray' })]),
};

const out = process.argv[2];
for (const [name, psd] of Object.entries(files)) {
  fs.writeFileSync(path.join(out, `ag-psd_${name}.psd`), ag.writePsdBuffer(psd));
}
fs.writeFileSync(path.join(out, 'ag-psd_large.psb'), ag.writePsdBuffer(files.layers, { psb: true }));
fs.writeFileSync(path.join(out, 'ag-psd_zip.psd'), ag.writePsdBuffer(files.layers, { compress: true }));
