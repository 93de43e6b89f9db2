// What ag-psd sees in PSD and PSB files. Arguments: an output folder, files. NODE_PATH names the folder of modules.
// For each file writes NAME.ag-psd.json (the layer tree, bottom first) and NAME.ag-psd.merged.rgba (the file's own
// flattened picture, 8-bit straight RGBA).
const ag = require('ag-psd');
const { fromBlendMode, layerColors } = require('ag-psd/dist/helpers');
const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

ag.initializeCanvas(
  () => { throw new Error('there is no canvas'); },
  (width, height) => ({ width, height, data: new Uint8ClampedArray(width * height * 4) }));

const byte = share => Math.round((share ?? 1) * 255);

function maskOf(mask) {
  return mask && {
    left: mask.left ?? 0, top: mask.top ?? 0,
    width: (mask.right ?? 0) - (mask.left ?? 0), height: (mask.bottom ?? 0) - (mask.top ?? 0),
    outside: mask.defaultColor ?? 0, density: byte(mask.userMaskDensity), enabled: !mask.disabled,
  };
}

function layerOf(layer) {
  const locks = layer.protected ?? {};
  const told = {
    name: layer.name, group: !!layer.children, mode: fromBlendMode[layer.blendMode], opacity: byte(layer.opacity),
    fill: byte(layer.fillOpacity), visible: !layer.hidden, clip: !!layer.clipping, mask: maskOf(layer.mask) ?? null,
    color: layerColors.indexOf(layer.layerColor ?? 'none'),
    locks: [!!locks.transparency || !!layer.transparencyProtected, !!locks.composite, !!locks.position],
  };
  if (layer.children) {
    told.open = !!layer.opened;
    told.children = layer.children.map(layerOf);
  } else if (layer.imageData) {
    told.left = layer.left;
    told.top = layer.top;
    told.width = layer.imageData.width;
    told.height = layer.imageData.height;
    told.pixels = crypto.createHash('sha256').update(Buffer.from(layer.imageData.data)).digest('hex');
  }
  return told;
}

const [out, ...files] = process.argv.slice(2);
for (const file of files) {
  try {
    const psd = ag.readPsd(fs.readFileSync(file), { useImageData: true, skipThumbnail: true });
    const told = { width: psd.width, height: psd.height, layers: (psd.children ?? []).map(layerOf) };
    const resources = psd.imageResources ?? {};
    if (resources.resolutionInfo) told.pixelsPerInch = resources.resolutionInfo.horizontalResolution;
    if (resources.xmpMetadata) told.xmpBytes = Buffer.byteLength(resources.xmpMetadata);
    if (resources.gridAndGuidesInformation) told.guides = (resources.gridAndGuidesInformation.guides ?? []).length;
    const stem = path.join(out, path.basename(file));
    fs.writeFileSync(stem + '.ag-psd.json', JSON.stringify(told));
    if (psd.imageData) fs.writeFileSync(stem + '.ag-psd.merged.rgba', Buffer.from(psd.imageData.data));
  } catch (e) {
    console.error(`${file}: ${e.message}`); // one file that it cannot read leaves the others
  }
}
