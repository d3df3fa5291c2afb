/** The records that a page is made with, and what its modules hand to each other. Nothing of this is in a page. */

type Pair = [number, number];
/** Degrees of WGS 84. */
type LonLat = [number, number];
/** West or left, then south or top, then east or right, then north or bottom. */
type Box = [number, number, number, number];
/** As Datum of geo/model.py spells them. */
type DatumName = 'WGS84' | 'CGCS2000' | 'GCJ-02' | 'BD-09';
type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

// --- What the data blocks hold -------------------------------------------------------------------

type Status = 'planned' | 'started' | 'done';
type Placed = 'yes' | 'partly' | 'zone' | 'no';
type Precision = 'exact' | 'street' | 'area' | 'zone' | 'district';

/** A row of tasks.csv; a column without a value is left out. */
interface TaskRow {
  task_id: string;
  page: string;
  family: string;
  zone?: string;
  unit?: string;
  category: string;
  status: Status;
  due?: string;
  due_alternative?: string;
  interval_start?: string;
  interval_end?: string;
  text: string;
  quantity?: number;
  quantity_max?: number;
  quantity_unit?: string;
  quantity_of?: string;
  quantities?: string;
  hedge?: string;
  condition?: string;
  list_named?: number;
  list_total?: number;
  places?: string;
  placed: Placed;
  reason?: string;
  report: string;
  text_start: number;
  text_end: number;
}

/** A task with how exactly its places are known: what the filters ask for. */
interface Task extends TaskRow {
  precisions: string[];
}

/** A place name without a position. */
interface Miss {
  task_id: string;
  name: string;
  kind?: string;
  within?: string;
  reason: string;
  candidates?: string;
  would_place?: string;
}

interface CircleData {
  type: 'Circle';
  coordinates: LonLat;
  radius_m: number;
}

/** Lines and areas in whole steps of 1e-5 degrees. */
interface PackedData {
  type: 'LineString' | 'MultiLineString' | 'Polygon' | 'MultiPolygon';
  parts: number[][];
}

type GeometryData =
  | { type: 'Point'; coordinates: LonLat }
  | { type: 'LineString' | 'MultiPoint'; coordinates: LonLat[] }
  | { type: 'Polygon' | 'MultiLineString'; coordinates: LonLat[][] }
  | { type: 'MultiPolygon'; coordinates: LonLat[][][] };

type ShapeData = CircleData | PackedData | GeometryData;

/** A task at a place: the row that the layers have for it. */
interface SiteTask {
  id: string;
  task_id: string;
  status: Status;
}

interface SiteData {
  place_id: string;
  place: string;
  kind: string;
  precision: Precision;
  uncertainty_m: number;
  datum_in: string;
  source: string;
  source_name: string;
  shape: ShapeData;
  tasks: SiteTask[];
}

interface TaskLayerData {
  tasks: Task[];
  sites: SiteData[];
  lentDeadlines: string[];
  readings: Record<string, string>;
}

/** A district, a neighbour, limits, a road or a landmark. */
interface OutlineFacts {
  id: string;
  name: string;
  title?: string;
  source: string;
  source_name: string;
  status?: string;
  limits_as_published?: string;
  published_area_km2?: number;
  drawn_area_km2: number;
  uncertainty_m: number;
}

interface OutlineData extends OutlineFacts {
  shape: ShapeData;
}

interface Outline extends OutlineFacts {
  shape: Shape;
}

type BaseTable = 'district' | 'neighbours' | 'zones' | 'otherZones' | 'roads' | 'landmarks';
type BaseData = { around: Box } & Record<BaseTable, OutlineData[]>;
type Base = { around: Box } & Record<BaseTable, Outline[]>;

/** A server's tiles; an empty name is said by the labels. */
interface OnlineBaseData {
  id: string;
  name: string;
  datum: DatumName;
  addresses: string[];
  subdomains: string[];
  maxZoom: number;
  attribution: string;
}

type LedgerPart = 'located' | 'zone_level' | 'unplaced';

interface Ledger extends Record<LedgerPart, number> {
  tasks: number;
}

interface PageRecord {
  id: string;
  name: string;
  title: string;
  frame: Box;
  ledger: Ledger;
  wholeDistrict: boolean;
}

type LabelTables = Record<string, Record<string, string>>;

interface FamilyStyle {
  key: string;
  label?: string;
  colour: string;
  label_colour: string;
  shape: string;
}

interface StyleTable {
  families: FamilyStyle[];
  interface: Record<string, string>;
  base: Record<string, string>;
  line: Record<string, number>;
}

interface Heading {
  district: string;
  title: string;
  /** 2020-08-01 */
  date: string;
}

interface FrameData {
  kind: 'zone' | 'index' | 'map' | 'features';
  current: string | null;
  style: StyleTable;
  labels: LabelTables;
  translations: Record<string, LabelTables>;
  heading: Heading;
  zones: { id: string; title: string }[];
}

/** A stretch of the report's text that stands for something. */
interface TextMark {
  kind: 'task' | 'place' | 'time';
  task: string;
  family: string;
  page?: string;
  place?: string;
  reason?: string;
  from?: string;
  to?: string;
  due?: string;
}

/** Characters, then the marks that hold them, the outer one first. */
type TextRun = [string, ...number[]];

interface ReportData {
  title: string;
  marks: TextMark[];
  sections: { id: string; blocks: { kind: string; runs: TextRun[] }[] }[];
  whole: boolean;
  before?: SectionLink;
  after?: SectionLink;
}

interface SectionLink {
  heading: string;
  page: string;
}

// --- What is drawn -------------------------------------------------------------------------------

/** A shape in positions of the Mercator square of zoom 0. */
interface Shape {
  dimension: 0 | 1 | 2;
  parts: Pair[][];
  circle: { centre: Pair; radius: number } | null;
  box: Box;
}

/** A place with those of its tasks that are shown. */
interface Site extends Omit<SiteData, 'shape'> {
  id: number;
  geometry: ShapeData;
  shape: Shape;
  family: FamilyStyle;
  status: Status;
  late: boolean;
  /** How far it is moved aside, in pixels of the view. */
  shift?: number;
}

interface View {
  zoom: number;
  scale: number;
  origin: Pair;
  box: Box;
  ratio: number;
  metresPerPixel: number;
  place: (position: Pair) => Pair;
  partsOf: (shape: Shape) => Pair[][];
  shows: (box: Box, margin?: number) => boolean;
}

/** What the graticule asks of a map, or of the paper that stands in for one. */
interface MapFrame {
  getBounds: () => L.LatLngBounds;
  getSize: () => L.Point;
  latLngToContainerPoint: (position: LonLat) => L.Point;
}

/** What Leaflet's renderer keeps to itself and its kin. */
interface RendererParts extends Omit<L.Renderer, 'options'> {
  _container: HTMLCanvasElement;
  _context?: CanvasRenderingContext2D;
  _map: L.Map & { _animatingZoom?: boolean };
  _bounds: L.Bounds & { min: L.Point };
  _corner: L.Point;
  _update: () => void;
  options: { draw: (context: Pen, view: View) => void };
}

interface CanvasLayer extends L.Layer {
  view: () => View;
  redraw: () => unknown;
}

/** What Leaflet's tile layer keeps to itself, and what its kin with a datum adds. */
interface OffsetTiles extends Omit<L.TileLayer, 'options'> {
  options: L.TileLayerOptions & { datum: DatumName; across: number };
  _map: L.Map;
  _globalTileRange: L.Bounds & { getBottomRight: () => L.Point };
  _tileZoom: number;
  _level: { origin: L.Point };
  _tiles: Record<string, { el: HTMLImageElement; coords: L.Coords; current: boolean; loaded?: number }>;
  _tileCoordsToKey: (coords: L.Coords) => string;
  _getTiledPixelBounds: (center: L.LatLng) => L.Bounds;
  _addTile: (coords: L.Coords, container: Node) => void;
  _removeTile: (key: string) => void;
  _isOffset: () => boolean;
  _cornersOf: (coords: L.Coords) => L.Point[];
  _moved: (pixel: L.Point, move: (position: LonLat, datum: DatumName) => LonLat) => L.Point;
  _partOf: (coords: L.Coords) => { column: number; row: number };
  getTileUrl: (coords: L.Coords) => string;
  tilesShown: () => TilePicture[];
}

/** A part of a tile's picture, with its corners in positions of the Mercator square of zoom 0: north-west, north-east, south-west. */
interface TilePicture {
  image: HTMLImageElement;
  parts: number;
  column: number;
  row: number;
  corners: L.Point[];
}

/** The tiles of a base on the map; a picture may hold only those that a page may read. */
interface TileStack {
  remove: () => void;
  tiles: () => TilePicture[];
  isReadable: () => boolean;
}

interface BaseChoice {
  element: HTMLElement;
  show: (base: OnlineBaseData | null, told: string) => void;
  tell: (text: string) => void;
}

interface LabelLine {
  text: string;
  colour: string;
  weight: number;
  size: number;
  spacing?: number;
  plate?: ((context: Pen, middle: Pair) => void) | null;
}

interface Glyph {
  character: string;
  x: number;
  y: number;
  angle: number;
}

/** Where a label may stand: level round a point, or its characters along a line. */
interface Spot {
  kind: string;
  boxes: Box[];
  cost?: number;
  at?: Pair;
  leader?: [Pair, Pair];
  glyphs?: Glyph[];
}

interface BoxIndex {
  all: Box[];
  add: (boxes: Box[]) => void;
  any: (box: Box) => boolean;
  count: (box: Box) => number;
}

/** A circle that a label beside it would seem to name; one that is ground fills the view. */
interface Ring {
  owner: Site;
  at: Pair;
  radius: number;
  ground: boolean;
}

interface LabelSheet {
  box: Box;
  blocked: BoxIndex;
  busy: BoxIndex;
  circles: Ring[];
}

interface SymbolDrawing {
  shape: string;
  colour: string;
  status: Status;
  x: number;
  y: number;
  size?: number;
  halo?: { colour: string; edge: string; width: number } | null;
  late?: boolean;
}

/** Draws a sign of the legend at (x, y). */
type SignDrawing = (context: Pen, x: number, y: number) => void;

interface GraticuleMark {
  edge: 'top' | 'left';
  at: number;
  text: string;
}

/** What distance and area on the ellipsoid are computed with. */
interface Arc {
  sinSigma: number;
  cosSigma: number;
  sigma: number;
  cosSquared: number;
  cosMiddle: number;
}

interface HuffmanTable {
  table: Uint16Array;
  longest: number;
}

interface BitReader {
  number: (size: number) => number;
  symbol: (table: HuffmanTable) => number;
  stored: () => Uint8Array;
}

// --- What the reader does ------------------------------------------------------------------------

type Origin = 'reader' | 'list' | 'map' | 'place' | 'report' | 'address' | 'keyboard' | 'popup' | 'filter' | 'measure' | 'pointer';
type Facet = 'unit' | 'category' | 'family' | 'status' | 'precision';
/** A preset, or the first and the last month. */
type DueChoice = string | string[];

interface Matcher {
  holds: (texts: string[]) => boolean;
  rangesIn: (text: string) => Pair[];
}

/** A character as it is compared, and where it stands in the text as it is. */
interface Folded {
  character: string;
  start: number;
  end: number;
}

interface FilterState extends Record<Facet, Set<string>> {
  query: string;
  matcher: Matcher | null;
  found: Set<string> | null;
  due: DueChoice;
  asOf: string;
}

/** What an address says. */
interface WrittenState {
  task: string | null;
  place: string | null;
  base: string | null;
  view: { lat: number; lon: number; zoom: number } | null;
  filters: Omit<FilterState, 'matcher' | 'found'>;
}

interface Filters {
  state: FilterState;
  listen: (listener: (state: FilterState, change: { from: Origin }) => void) => void;
  isActive: () => boolean;
  set: (values: Partial<FilterState>, change?: { from?: Origin }) => void;
  toggle: (facet: Facet, value: string) => void;
  clear: (change?: { from?: Origin }) => void;
}

interface ChoiceState {
  task: string | null;
  site: number | null;
  hover: Set<number>;
}

interface Choice {
  state: ChoiceState;
  listen: (listener: (state: ChoiceState, change: { what: 'choice' | 'hover'; from: Origin }) => void) => void;
  choose: (task: string | null, how: { site?: number | null; from: Origin }) => void;
  clear: (how: { from: Origin }) => void;
  point: (sites: number[]) => void;
}

interface Measuring {
  on: boolean;
  ended: boolean;
  points: LonLat[];
  pointer: LonLat | null;
}

interface Page {
  kind: FrameData['kind'];
  current: string | null;
  wholeDistrict: boolean;
  heading: Heading;
  zones: FrameData['zones'];
  translated: boolean;
  base: Base;
  tasks: Map<string | null, Task>;
  misses: Miss[];
  report: ReportData | null;
  allSites: Site[];
  sites: Site[];
  shown: Set<string>;
  zoneLevelOf: Map<string, number>;
  zonesWaiting: Set<string>;
  pageOfZone: Map<string, string>;
  syllablesOf: Map<string, string[]>;
  lentDeadlines: Set<string>;
  selection: Choice;
  filters: Filters;
  day: () => string;
  parts: { base: { redraw: () => unknown } };
  map: L.Map;
  host: HTMLElement;
  zoneHatch: string | null;
  online: { base: OnlineBaseData; tiles: TileStack } | null;
  chooseBase: (id: string | null) => void;
  measuring: boolean;
  redraw: () => void;
  fit: (how: { animate: boolean }) => void;
  writeAddress: (how?: { asStep?: boolean }) => void;
  uncoverMap: () => void;
  readReport: (() => void) | null;
}

// --- What the page is built of -------------------------------------------------------------------

type Leaf = Node | string | number | null | undefined | false;
type Child = Leaf | readonly Child[];

interface Attributes {
  click?: (event: MouseEvent) => unknown;
  mouseenter?: (event: MouseEvent) => unknown;
  mouseleave?: (event: MouseEvent) => unknown;
  focus?: (event: FocusEvent) => unknown;
  blur?: (event: FocusEvent) => unknown;
  change?: (event: Event) => unknown;
  [name: string]: string | number | boolean | null | undefined | ((event: never) => unknown);
}

/** A button that is pressed while its choice holds. */
interface PressButton {
  button: HTMLButtonElement;
  update: () => void;
}

/** What a pressed button does to the filters, and what it tells. */
interface Pressing {
  isPressed: () => boolean;
  count: () => number;
  toggle: () => void;
}

interface UnfoldingMenu {
  button: HTMLButtonElement;
  menu: HTMLElement;
  tell: (text: string, isChosen: boolean) => void;
}

/** A facet that unfolds: its values, their names and, where they have one, their symbols. */
interface FacetChoice {
  facet: Facet;
  word: string;
  values: string[];
  nameOf: (value: string) => string;
  iconOf?: (value: string) => Child;
}

interface LegendRow extends Pressing {
  mark: Child;
  label: Child;
}

interface MonthBar extends Record<'number' | 'sure' | 'lent' | 'name' | 'element', HTMLElement> {
  month: string;
}

type CellOf = (task: Task, sites: Site[]) => unknown;
type CsvColumn = [label: string, valueOf: CellOf];

/** What the reading panel does when the reader points at a mark or chooses it. */
interface ReportActions {
  onPoint: (task: Task | null | undefined) => void;
  onTask: (task: Task) => void;
  onPlace: (task: string, site: Site) => void;
}

interface TextMaking extends ReportActions {
  marks: TextMark[];
  /** Marks whose number is already written. */
  numbered: Set<number>;
}

interface ListedRow {
  task: Task;
  item: HTMLElement;
  button: HTMLButtonElement;
  setOpen: (open: boolean) => void;
  setHovered: (hovered: boolean) => void;
}

interface Tab {
  id: string;
  label: string;
  count?: number;
  panel: Child;
  onOpen?: () => void;
}

interface Tabs {
  list: HTMLElement;
  panels: HTMLElement[];
  open: (id: string) => void;
  isOpen: (id: string) => boolean;
}

/** What the plugins of a page call; each entry module adds its own. */
declare var planmap: Record<string, unknown> | undefined;

// --- Many features -------------------------------------------------------------------------------

type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A column: `texts` holds the distinct texts one after the other, `ends` where each ends; code 0 is no value. */
interface FeatureColumn {
  name: string;
  label: string;
  kind: 'text' | 'number' | 'date';
  texts: string;
  ends: Uint32Array;
  codes: Numbers;
  /** The values by code, where the texts are what they are called. */
  values?: string[];
}

/** Positions of the Mercator square of zoom 0, by part, by row. */
interface FeatureShapes {
  /** 0 a point, 1 a line, 2 an area, 3 no geometry. */
  dimensions: Numbers;
  firstPart: Uint32Array;
  firstPosition: Uint32Array;
  xs: Float64Array;
  ys: Float64Array;
  boxes: Float64Array;
}

interface FeatureFacts {
  title: string;
  source: string;
  frame: Box;
  rows: number;
  titleColumn: number;
  statusColumn: number | null;
  /** What the second line of a row says; nothing where the page may choose. */
  lineColumns: number[];
  colourColumn: number | null;
  classes: { label: string | null; family: string }[];
  classOf: number[];
  readings: Record<string, string>;
  /** The table of labels by column. */
  tables: Record<string, string>;
}

interface FeatureHead extends FeatureFacts {
  columns: { name: string; kind: FeatureColumn['kind'] }[];
  sections: [1 | 2 | 4, number][];
}

interface FeatureTable extends FeatureFacts, FeatureShapes {
  columns: FeatureColumn[];
}

interface FeatureState {
  table: FeatureTable;
  query: string;
  found: Uint8Array | null;
  marker: Matcher | null;
  /** Chosen codes and ranges of codes by column. */
  chosen: Map<number, Set<number>>;
  ranges: Map<number, Pair>;
  /** Rows that are shown, and whether each is. */
  order: Uint32Array;
  shown: Uint8Array;
  /** How many filters each row fails, and which one failed last. */
  failures: Uint8Array;
  blamed: Uint8Array;
  selected: number;
  hovered: number;
}

/** What typed letters may be: bit e of pieces[from * width + id] says that a character can stand for the letters up to e. */
interface Spelling {
  letters: string;
  width: number;
  pieces: Uint32Array;
}

type FeatureOrigin = 'list' | 'map' | 'card' | 'address' | 'keyboard';

interface FeatureChange {
  what: 'filter' | 'choice' | 'hover';
  from?: FeatureOrigin;
}

interface FeatureLook {
  members: number[];
  family: FamilyStyle;
  status: Status;
}

interface FeatureFacet extends UnfoldingMenu {
  update: () => void;
  put?: (values: [string, string]) => void;
  values?: () => [string, string];
}

interface VirtualList {
  element: HTMLElement;
  show: (count: number) => void;
  redraw: () => void;
  reveal: (at: number) => void;
}
