package caixiang.station.capture.shift;

import caixiang.layouts.picture.ColourGrid;
import caixiang.layouts.picture.ColourGrids;
import caixiang.layouts.picture.CropRectangle;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * A day of sixty people as the detector sees it, made from a seed: people who leave without a picture, one to four frames
 * each, heads that move between frames, light that changes, somebody who takes a jacket off. What went wrong is known.
 */
final class Day {
    private static final int PEOPLE = 60;
    private static final int POSES = 4;
    private static final double LEAVE = 0.05;
    private static final double UNDRESS = 0.03;
    private static final List<List<Look>> SITTERS = new ArrayList<>();

    private final Random random;
    private final boolean gowns;
    private final List<SeenTurn> turns = new ArrayList<>();
    private final List<SeenFrame> frames = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T01:00:00Z");

    /** @param gowns whether everybody wears the same */
    Day(long seed, boolean gowns) {
        this.random = new Random(seed);
        this.gowns = gowns;
    }

    List<Suspicion> suspicions() {
        return new ShiftDetector(turns, frames).suspicions();
    }

    /** Every frame lies under its own number. */
    Day correct() {
        return with(PEOPLE, PEOPLE);
    }

    /**
     * At one number nobody pressed "next": its frames and those of everybody after it are one number low, until somebody
     * presses twice.
     *
     * @param at the number that gets two people
     * @param until the number that gets none; beyond the last when nobody notices
     */
    Day with(int at, int until) {
        List<List<Look>> shot = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            shot.add(random.nextDouble() < LEAVE && person != at + 1 && person != at ? List.of() : sit(person));
        }
        for (int number = 0; number < PEOPLE; number++) {
            boolean isShifted = number >= at && number < until && number + 1 < PEOPLE;
            List<Look> own = number <= at || number > until ? shot.get(number) : List.of();
            take(number + 1, own, isShifted ? shot.get(number + 1) : List.of());
        }
        return this;
    }

    /** The operator presses "next" before the last frame of a person is taken. */
    Day calledTooEarlyAfter(int person) {
        List<Look> early = List.of();
        for (int number = 0; number < PEOPLE; number++) {
            List<Look> before = early;
            early = List.of();
            List<Look> own = new ArrayList<>(sit(number));
            if (number == person) {
                own.add(own.get(0));
                early = List.of(own.remove(own.size() - 1));
            }
            take(number + 1, before, own);
        }
        return this;
    }

    private List<Look> sit(int person) {
        List<Look> poses = sitters().get((person * 7 + 3) % sitters().size());
        int count = 1 + random.nextInt(4);
        boolean undresses = random.nextDouble() < UNDRESS;
        List<Look> shot = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Look pose = poses.get(random.nextInt(POSES));
            if (undresses && i > 0) {
                pose = dressedLike(
                        pose,
                        sitters().get((person * 7 + 20) % sitters().size()).get(0));
            }
            shot.add(gowns ? dressedLike(pose, sitters().get(0).get(0)) : pose);
        }
        return shot;
    }

    /** Two people may sit down in one turn. */
    private void take(int number, List<Look> first, List<Look> second) {
        Instant called = now;
        for (List<Look> sitter : List.of(first, second)) {
            now = now.plusMillis(sitter.isEmpty() ? 500 : 3_000 + random.nextInt(2_000));
            for (Look look : sitter) {
                String id = String.format(Locale.ROOT, "%04d-%d", number, frames.size());
                frames.add(new SeenFrame(id, number, now, Optional.empty(), Optional.of(look), Optional.empty()));
                now = now.plusMillis(2_000 + random.nextInt(1_500));
            }
        }
        turns.add(new SeenTurn(number, called, Optional.of(now)));
    }

    /** The two lowest rows are clothes. */
    private static Look dressedLike(Look person, Look clothes) {
        List<Double> values = new ArrayList<>(person.values());
        for (int i = 7 * Look.COLUMNS * 3; i < values.size(); i++) {
            values.set(i, clothes.values().get(i));
        }
        return new Look(values);
    }

    /** Forty people in four poses each, measured once for all days. */
    private static synchronized List<List<Look>> sitters() {
        if (SITTERS.isEmpty()) {
            Random poses = new Random(1);
            for (int i = 1; i <= 40; i++) {
                List<Look> looks = new ArrayList<>();
                for (int pose = 0; pose < POSES; pose++) {
                    looks.add(look(i, poses));
                }
                SITTERS.add(looks);
            }
        }
        return SITTERS;
    }

    /** The portrait's rectangle a little moved and scaled, as a head moves, in light that is not quite the same. */
    private static Look look(int sitter, Random pose) {
        double scale = 1 - 0.05 * pose.nextDouble();
        double width = 0.476 * scale;
        double left = 0.262 + (0.476 - width) / 2 + 0.02 * (pose.nextDouble() - 0.5);
        double top = (1 - scale) * pose.nextDouble();
        double light = 3 * (pose.nextDouble() - 0.5);
        try {
            Path file = Path.of(Day.class
                    .getResource(String.format(Locale.ROOT, "/looks/sitter-%02d.jpg", sitter))
                    .toURI());
            ColourGrid grid = ColourGrids.of(file, new CropRectangle(left, top, width, scale), Look.COLUMNS, Look.ROWS);
            List<Double> values = new ArrayList<>();
            for (ColourGrid.Lab cell : grid.cells()) {
                values.addAll(List.of(cell.lightness() + light, cell.a(), cell.b()));
            }
            return new Look(values);
        } catch (URISyntaxException | caixiang.layouts.picture.PictureException e) {
            throw new AssertionError(e);
        }
    }
}
