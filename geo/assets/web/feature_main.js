/** What the plugins of a page of features call, under one name. */

import { addBaseLayer } from './base_layer.js';
import { readData } from './dom.js';
import { addFeatures } from './feature_page.js';
import { refuseFeatures } from './feature_refusal.js';
import { startPage } from './page.js';

Object.assign(globalThis, { planmap: { ...globalThis.planmap, readData, openPage: startPage, addBaseLayer, addFeatures, refuseFeatures } });
