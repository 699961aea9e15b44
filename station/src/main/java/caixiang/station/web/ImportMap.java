package caixiang.station.web;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Where the browser finds the JavaScript modules that come in jars: the import maps of all mvnpm jars, merged. */
final class ImportMap {
    private static final String RESOURCE = "META-INF/importmap.json";

    private ImportMap() {}

    /** Reads the jars of this program and returns the map as JSON, always in the same order. Blocks; meant for the start. */
    static String merged() throws IOException {
        Map<String, Object> imports = new TreeMap<>();
        ClassLoader loader = ImportMap.class.getClassLoader();
        for (URL map : Collections.list(loader.getResources(RESOURCE))) {
            try (InputStream in = map.openStream()) {
                var json = new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                imports.putAll(json.getJsonObject("imports").getMap());
            }
        }
        return new JsonObject().put("imports", new JsonObject(imports)).encode();
    }
}
