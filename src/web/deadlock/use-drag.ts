import { useRef, useState } from 'preact/hooks';

/** How far a pointer moves before a press is a drag, in CSS pixels. */
const SLACK = 5;

interface Drag {
  readonly item: string;
  readonly x: number;
  readonly y: number;
  moving: boolean;
}

export interface Dragging {
  /** Value of `data-drop` of the place under the pointer while something is dragged; else null. */
  readonly over: string | null;
  /** Handlers of a thing that can be dragged. */
  readonly of: (item: string) => {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: () => void;
  };
  /** Whether the click that is being told of ends a drag and means nothing. */
  readonly endsDrag: () => boolean;
}

const placeAt = (event: PointerEvent): string | null => document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-drop]')?.dataset['drop'] ?? null;

/**
 * Dragging by mouse or pen to places marked `data-drop`. The browser's own drag and drop is not used: buttons cannot be dragged by it
 * everywhere. Fingers scroll; they have the menu.
 */
export function useDrag(onDrop: (item: string, place: string) => void): Dragging {
  const drag = useRef<Drag | null>(null);
  const ended = useRef(false);
  const [over, setOver] = useState<string | null>(null);
  const stop = (): void => {
    drag.current = null;
    setOver(null);
  };
  return {
    over,
    endsDrag: () => {
      const was = ended.current;
      ended.current = false;
      return was;
    },
    of: (item) => ({
      onPointerDown: (event) => {
        ended.current = false;
        if (event.button !== 0 || event.pointerType === 'touch') return;
        // A quick hand is far away at the first move: without capture that move would go to another element.
        (event.currentTarget as Element).setPointerCapture(event.pointerId);
        drag.current = { item, x: event.clientX, y: event.clientY, moving: false };
      },
      onPointerMove: (event) => {
        const held = drag.current;
        if (!held) return;
        if (!held.moving && Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK) return;
        held.moving = true;
        setOver(placeAt(event));
      },
      onPointerUp: (event) => {
        const held = drag.current;
        if (held?.moving) {
          ended.current = true;
          const place = placeAt(event);
          if (place !== null) onDrop(held.item, place);
        }
        stop();
      },
      onPointerCancel: stop,
    }),
  };
}
