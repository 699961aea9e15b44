package caixiang.sim.printer;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The requested-attributes of a Get operation: names, and names of whole groups (RFC 8011 §4.2.5.1). */
final class RequestedAttributes {
    private final Set<String> names;

    private RequestedAttributes(Set<String> names) {
        this.names = names;
    }

    static RequestedAttributes of(IppPacket request, String... whenAbsent) {
        List<String> asked = request.getStrings(Tag.operationAttributes, Types.requestedAttributes);
        return new RequestedAttributes(new HashSet<>(asked.isEmpty() ? List.of(whenAbsent) : asked));
    }

    boolean names(String attribute) {
        return names.contains(attribute);
    }

    List<Attribute<?>> choose(String group, List<Attribute<?>> attributes) {
        List<Attribute<?>> chosen = new ArrayList<>(attributes);
        if (!names.contains("all") && !names.contains(group)) {
            chosen.removeIf(attribute -> !names.contains(attribute.getName()));
        }
        return chosen;
    }
}
