package caixiang.layouts.sheet;

import caixiang.layouts.geometry.Length;
import caixiang.layouts.geometry.Point;
import caixiang.layouts.geometry.Rectangle;
import caixiang.layouts.geometry.Size;

/**
 * How a template lies on its media. Printers know media by its portrait size, so the page always is portrait. A
 * landscape template is turned on it by 90° anticlockwise, as RFC 8011 §5.2.10 has it for {@code landscape}: the top of
 * the template lies along the left edge of the page and its left edge along the bottom. Whoever turns the printed page
 * clockwise sees the template upright. Nothing is ever mirrored.
 */
public enum Orientation {
    PORTRAIT {
        @Override
        public Size designSize(Size media) {
            return media;
        }

        @Override
        Point onPage(Point inDesign, Size media) {
            return inDesign;
        }
    },
    LANDSCAPE {
        @Override
        public Size designSize(Size media) {
            return media.turned();
        }

        @Override
        Point onPage(Point inDesign, Size media) {
            Length designWidth = media.height();
            return new Point(inDesign.y(), designWidth.minus(inDesign.x()));
        }
    };

    /** The template's own width and height on media of this (portrait) size. */
    public abstract Size designSize(Size media);

    /** This one, or the other if something lies a quarter turned: upright on the page, or anticlockwise. */
    public Orientation turned(boolean isTurned) {
        return isTurned ? (this == PORTRAIT ? LANDSCAPE : PORTRAIT) : this;
    }

    abstract Point onPage(Point inDesign, Size media);

    Rectangle onPage(Rectangle inDesign, Size media) {
        return Rectangle.between(
                onPage(new Point(inDesign.left(), inDesign.top()), media),
                onPage(new Point(inDesign.right(), inDesign.bottom()), media));
    }
}
