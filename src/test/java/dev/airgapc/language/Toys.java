package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Parsed;
import java.util.List;

/** A vocabulary of toys, with every way of declaring a word. */
final class Toys {
    interface Yard {
        Kind<Yard> KIND = Kind.single("site", "Where the trains stand.");
        One<Yard, String> TOWN = KIND.required("town", Types.string(), "Its town.");
        One<Yard, String> SIGN = KIND.one(
                "sign",
                Types.string(),
                Defaults.from(TOWN, town -> "to " + town, Types.string(), "`town` behind `to`"),
                "What the sign says.");
    }

    interface Key {
        Kind<Key> KIND = Kind.<Key>named("key", "What nobody may type.").confidential();
        One<Key, String> SHAPE =
                KIND.one("shape", Types.string(), Defaults.constant("flat", "most are flat"), "Its shape.");
    }

    interface Paint {
        Attributes<Paint> SHARED = new Attributes<Paint>().later("gloss");
        One<Paint, Long> COATS =
                SHARED.one("coats", Types.count(1, 9), Defaults.constant(2L, "two coats"), "How often it is painted.");
    }

    interface Engine {
        Kind<Engine> KIND = Kind.named("engine", "What pulls.");
        One<Engine, Host> HOST = KIND.required(
                "host",
                Types.parsed("a host", Code.error("AG0401", "not-a-host"), Host::parse, Host::text),
                "Where it listens.");
        Maybe<Engine, Block<Key>> LOCK =
                KIND.maybe("lock", Types.to(Key.KIND), Defaults.none("open to all"), "Its key.");
        Arrows<Engine, String> ROUTE = KIND.arrows("route", Parsed::of, Types.string(), "Where a signal leads.");
    }

    enum Load implements Choice {
        COAL,
        WOOD;

        @Override
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    interface Wagon extends Paint {
        Kind<Wagon> KIND =
                Kind.<Wagon>quoted("wagon", Parsed::of, "What is pulled.").with(Paint.SHARED);
        Maybe<Wagon, Load> LOAD = KIND.maybe(
                "load", Types.oneOf(List.of(Load.values()), "gold"), Defaults.none("empty"), "What it carries.");
    }

    interface Train extends Paint {
        Kind<Train> KIND = Kind.<Train>named("train", "An engine and its wagons.")
                .with(Paint.SHARED)
                .later("whistle");
        One<Train, Block<Engine>> ENGINE =
                KIND.one("engine", Types.to(Engine.KIND), Defaults.only(Engine.KIND), "What pulls it.");
        Many<Train, Block<Engine>> SPARES =
                KIND.many("spares", Types.to(Engine.KIND), Defaults.all(Engine.KIND), "What could pull it.");
        One<Train, String> NAME = KIND.one(
                "name",
                Types.string(),
                Defaults.text("the ", Yard.KIND, Yard.TOWN, town -> town, Types.string()),
                "What people call it.");
        One<Train, Boolean> FAST =
                KIND.one("fast", Types.flag(), Defaults.constant(false, "safety first"), "Whether it is fast.");
        Children<Train, Wagon> WAGONS = KIND.children(Wagon.KIND);
    }

    static final Kinds ALL = new Kinds(List.of(Yard.KIND, Key.KIND, Engine.KIND, Train.KIND), List.of("bridge"));

    private Toys() {}
}
