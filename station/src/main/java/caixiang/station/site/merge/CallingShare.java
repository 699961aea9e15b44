package caixiang.station.site.merge;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * In which order a station that is alone calls: first the people it checked in itself, whom nobody else knows of; then its
 * share of the common queue; then the rest. Stations that lost the site together so never call the same person while each
 * has some of its own share left.
 *
 * @param station this station
 * @param stations those that worked when the site was last seen, this one among them
 */
public record CallingShare(String station, List<String> stations) {

    public CallingShare {
        stations = List.copyOf(new TreeSet<>(stations));
    }

    /**
     * Of the numbers that wait, the one to call next.
     *
     * @param ours those this station gave out itself since it is alone
     */
    public OptionalInt next(Collection<Integer> waiting, Set<Integer> ours) {
        Comparator<Integer> byShare = Comparator.comparing(number -> ours.contains(number) ? 0 : isInShare(number) ? 1 : 2);
        return waiting.stream()
                .min(byShare.thenComparing(Comparator.naturalOrder()))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private boolean isInShare(int number) {
        int place = stations.indexOf(station);
        return place < 0 || number % stations.size() == place;
    }
}
