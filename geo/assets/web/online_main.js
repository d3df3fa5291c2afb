/** What the plugin of online bases calls; only a page that offers some carries it and what it imports. */

import { offerBases } from './online_bases.js';

Object.assign(globalThis, { planmap: { ...globalThis.planmap, addOnlineBases: offerBases } });
