// The part of Leaflet 1.9 (https://leafletjs.com/reference.html) that the pages use. Leaflet itself
// is a script of an older kind, which leaves its one name, `L`, in the page.

export interface LatLng {
  lat: number;
  lng: number;
  wrap(): LatLng;
}

export interface Point {
  x: number;
  y: number;
  add(other: [number, number]): Point;
}

export type Place = [number, number] | LatLng;

export interface Layer {
  addTo(map: LeafletMap): this;
  remove(): this;
}

export interface Marker extends Layer {
  getLatLng(): LatLng;
  setLatLng(place: Place): this;
  on(names: string, act: () => void): this;
}

export interface Control {
  addTo(map: LeafletMap): this;
}

export interface LeafletMap {
  attributionControl: { setPrefix(html: string | false): void };
  setView(place: Place, zoom: number, options?: { animate?: boolean }): this;
  panTo(place: Place, options?: { animate?: boolean }): this;
  panInside(place: Place, options?: { padding?: [number, number]; animate?: boolean }): this;
  getZoom(): number;
  getCenter(): LatLng;
  project(place: Place, zoom?: number): Point;
  unproject(point: Point, zoom?: number): LatLng;
  latLngToContainerPoint(place: Place): Point;
  getContainer(): HTMLElement;
  invalidateSize(options?: { animate?: boolean }): this;
  on(names: string, act: (event: { latlng: LatLng }) => void): this;
  remove(): this;
}

export interface Leaflet {
  map(element: HTMLElement, options?: Record<string, unknown>): LeafletMap;
  marker(place: Place, options?: Record<string, unknown>): Marker;
  tileLayer(address: string, options?: Record<string, unknown>): Layer;
  divIcon(options: Record<string, unknown>): unknown;
  control: {
    zoom(options?: Record<string, unknown>): Control;
    scale(options?: Record<string, unknown>): Control;
  };
  DomEvent: { disableClickPropagation(element: Element): void };
}

declare global {
  interface Window {
    L?: Leaflet;
  }
}
