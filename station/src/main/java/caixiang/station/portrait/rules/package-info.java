/** Rule packs as data, what is measured on a portrait, and what the rules say of it. Knows no frame's owner. */
@NullMarked
package caixiang.station.portrait.rules;

import org.jspecify.annotations.NullMarked;
