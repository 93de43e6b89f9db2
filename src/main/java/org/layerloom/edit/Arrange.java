package org.layerloom.edit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.layerloom.document.Document;
import org.layerloom.document.Layer;
import org.layerloom.document.LayerId;

/// Where layers can go among their siblings. They keep their order among themselves, except where that is what is
/// changed.
public enum Arrange {
    TO_FRONT {
        @Override
        List<Layer> order(List<Layer> siblings, Set<LayerId> chosen) {
            return sorted(siblings, chosen, false);
        }
    },
    FORWARD {
        @Override
        List<Layer> order(List<Layer> siblings, Set<LayerId> chosen) {
            List<Layer> order = new ArrayList<>(siblings);
            for (int i = order.size() - 2; i >= 0; i--) {
                if (isChosen(order, i, chosen) && !isChosen(order, i + 1, chosen)) {
                    Collections.swap(order, i, i + 1);
                }
            }
            return order;
        }
    },
    BACKWARD {
        @Override
        List<Layer> order(List<Layer> siblings, Set<LayerId> chosen) {
            List<Layer> order = new ArrayList<>(siblings);
            for (int i = 1; i < order.size(); i++) {
                if (isChosen(order, i, chosen) && !isChosen(order, i - 1, chosen)) {
                    Collections.swap(order, i, i - 1);
                }
            }
            return order;
        }
    },
    TO_BACK {
        @Override
        List<Layer> order(List<Layer> siblings, Set<LayerId> chosen) {
            return sorted(siblings, chosen, true);
        }
    },
    REVERSE {
        @Override
        List<Layer> order(List<Layer> siblings, Set<LayerId> chosen) {
            List<Integer> places = IntStream.range(0, siblings.size())
                    .filter(i -> isChosen(siblings, i, chosen))
                    .boxed()
                    .toList();
            List<Layer> order = new ArrayList<>(siblings);
            for (int i = 0; i < places.size(); i++) {
                order.set(places.get(i), siblings.get(places.get(places.size() - 1 - i)));
            }
            return order;
        }
    };

    abstract List<Layer> order(List<Layer> siblings, Set<LayerId> chosen);

    /// Orders the layers of `ids` anew, each within the group that it is in.
    public Document apply(Document document, List<LayerId> ids) {
        Set<LayerId> chosen = Set.copyOf(ids);
        return LayerMoves.followed(Tree.eachList(document, siblings -> order(siblings, chosen)));
    }

    private static boolean isChosen(List<Layer> layers, int index, Set<LayerId> chosen) {
        return chosen.contains(layers.get(index).id());
    }

    private static List<Layer> sorted(List<Layer> siblings, Set<LayerId> chosen, boolean chosenFirst) {
        return Stream.concat(
                        siblings.stream().filter(layer -> chosen.contains(layer.id()) == chosenFirst),
                        siblings.stream().filter(layer -> chosen.contains(layer.id()) != chosenFirst))
                .toList();
    }
}
