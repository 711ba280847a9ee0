import { select, zoom, zoomIdentity, type Selection, type ZoomBehavior } from "d3";
import { CELL, compose, maxZoom, type Size, type Transform } from "./viewport";

/** What panning and zooming asks of the figure. */
export interface PanAndZoomOptions {
  /** The transform that shows the whole drawing. */
  fitted(): Transform;
  columns(): number;
  isPanning(): boolean;
  changed(): void;
}

/** Wheel, pinch, drag and buttons, over a fitted drawing: d3-zoom with scale 1 for “all of it”. */
export class PanAndZoom {
  /** What is applied on top of the fitted transform. */
  transform: Transform = { k: 1, x: 0, y: 0 };
  private size: Size = { width: 1, height: 1 };
  private readonly root: Selection<HTMLElement, unknown, null, undefined>;
  private readonly behaviour: ZoomBehavior<HTMLElement, unknown>;

  constructor(
    element: HTMLElement,
    private readonly options: PanAndZoomOptions,
  ) {
    this.root = select(element);
    this.behaviour = zoom<HTMLElement, unknown>()
      .filter((event: Event) => this.takes(event))
      .on("zoom", (event: { transform: Transform }) => {
        this.transform = event.transform;
        element.classList.toggle("is-zoomed", event.transform.k > 1.001);
        options.changed();
      });
    this.root.call(this.behaviour).on("dblclick.zoom", null);
  }

  resize(size: Size): void {
    this.size = size;
    this.behaviour
      .extent([
        [0, 0],
        [size.width, size.height],
      ])
      .translateExtent([
        [0, 0],
        [size.width, size.height],
      ])
      .scaleExtent([1, maxZoom(CELL * this.options.fitted().k)]);
    this.root.call((root) => this.behaviour.transform(root, clampTo(this.transform)));
  }

  zoom(factor: number): void {
    this.behaviour.scaleExtent([1, maxZoom(CELL * this.options.fitted().k)]);
    this.behaviour.scaleBy(this.root, factor);
  }

  fit(): void {
    this.behaviour.transform(this.root, zoomIdentity);
  }

  /** Pans just as far as it takes to see a cell. */
  reveal(cell: number): void {
    const view = compose(this.transform, this.options.fitted());
    const side = CELL * view.k;
    const x = view.x + (cell % this.options.columns()) * side;
    const y = view.y + Math.floor(cell / this.options.columns()) * side;
    const short = (at: number, extent: number) => Math.max(0, -at) - Math.max(0, at + side - extent);
    const [right, down] = [short(x, this.size.width), short(y, this.size.height)];
    if (right === 0 && down === 0) return;
    this.behaviour.translateBy(this.root, right / this.transform.k, down / this.transform.k);
  }

  /** The page keeps what it needs to scroll: wheeling out and one finger, while all of the grid is shown. */
  private takes(event: Event): boolean {
    const zoomed = this.transform.k > 1.001;
    if (event instanceof WheelEvent) return zoomed || event.deltaY < 0;
    if (typeof TouchEvent !== "undefined" && event instanceof TouchEvent) {
      return event.touches.length > 1 || (zoomed && this.options.isPanning());
    }
    return event instanceof MouseEvent && event.button === 0 && zoomed && this.options.isPanning();
  }
}

function clampTo({ k, x, y }: Transform) {
  return zoomIdentity.translate(x, y).scale(k);
}
