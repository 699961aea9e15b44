package caixiang.layouts.template;

import caixiang.layouts.geometry.Size;
import caixiang.layouts.sheet.PhotoSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sizes of finished pictures by name. The trade uses some names for two sizes (小2寸 is 33×48 or 35×45 mm), so a name
 * means here what the data file says and nothing else. Safe for several threads.
 */
public final class PhotoSizes {

    static final String FILE = "photo-sizes.json";

    private static final int SIZES_MAX = 200;

    private final Map<String, PhotoSize> byName;

    private PhotoSizes(Map<String, PhotoSize> byName) {
        this.byName = byName;
    }

    /** The sizes that come with the program. */
    public static PhotoSizes shipped() {
        return SheetTemplates.ours(() -> new PhotoSizes(Map.of()).with("shipped " + FILE, TemplateText.shipped(FILE)));
    }

    public Optional<PhotoSize> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In the order of the file. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** These and the ones in the file; a name cannot be given a second meaning. */
    PhotoSizes with(String file, String json) throws TemplateException {
        var sizes = new LinkedHashMap<>(byName);
        JsonFields fields = JsonFields.parse(file, json);
        for (JsonFields entry : fields.objects("photo_sizes", SIZES_MAX)) {
            String name = entry.text("name");
            var size = new Size(entry.positiveMillimetres("width_mm"), entry.positiveMillimetres("height_mm"));
            entry.noOthers();
            PhotoSize earlier = sizes.putIfAbsent(name, new PhotoSize(name, size));
            if (earlier != null) {
                throw entry.problem("name", name + " is already " + earlier.size() + "; choose another name");
            }
        }
        fields.noOthers();
        return new PhotoSizes(sizes);
    }
}
