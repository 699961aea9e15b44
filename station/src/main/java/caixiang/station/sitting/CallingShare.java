package caixiang.station.sitting;

import java.util.Comparator;
import java.util.List;
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
     * Those who wait, in the order in which this station calls them.
     *
     * @param waiting in the order in which they wait
     * @param ours those this station gave out itself since it is alone
     */
    public List<Integer> inOrder(List<Integer> waiting, Set<Integer> ours) {
        return waiting.stream()
                .sorted(Comparator.comparing(number -> ours.contains(number) ? 0 : isInShare(number) ? 1 : 2))
                .toList();
    }

    private boolean isInShare(int number) {
        int place = stations.indexOf(station);
        return place < 0 || number % stations.size() == place;
    }
}
