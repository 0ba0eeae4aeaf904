package io.frontlineservice.address;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The states of the USA and the District of Columbia, by their postal codes. Found by
 * {@link PhoneRegions} for a number, and read from customer data.
 */
public enum UsState {

	AL("Alabama"), AK("Alaska"), AZ("Arizona"), AR("Arkansas"), CA("California"), CO("Colorado"), CT("Connecticut"),
	DE("Delaware"), DC("District of Columbia"), FL("Florida"), GA("Georgia"), HI("Hawaii"), ID("Idaho"), IL("Illinois"),
	IN("Indiana"), IA("Iowa"), KS("Kansas"), KY("Kentucky"), LA("Louisiana"), ME("Maine"), MD("Maryland"),
	MA("Massachusetts"), MI("Michigan"), MN("Minnesota"), MS("Mississippi"), MO("Missouri"), MT("Montana"),
	NE("Nebraska"), NV("Nevada"), NH("New Hampshire"), NJ("New Jersey"), NM("New Mexico"), NY("New York"),
	NC("North Carolina"), ND("North Dakota"), OH("Ohio"), OK("Oklahoma"), OR("Oregon"), PA("Pennsylvania"),
	RI("Rhode Island"), SC("South Carolina"), SD("South Dakota"), TN("Tennessee"), TX("Texas"), UT("Utah"),
	VT("Vermont"), VA("Virginia"), WA("Washington"), WV("West Virginia"), WI("Wisconsin"), WY("Wyoming");

	private static final Pattern IRRELEVANT = Pattern.compile("^(us|usa)\\s*[-_]|[^a-z]|state$");

	private static final Map<String, UsState> BY_NAME = byName();

	private final String fullName;

	UsState(String fullName) {
		this.fullName = fullName;
	}

	/** Returns the English name. */
	public String fullName() {
		return this.fullName;
	}

	/**
	 * Returns the state with that code or English name: {@code TX}, {@code US-TX},
	 * {@code Texas}, in any case; empty if there is no such state.
	 */
	public static Optional<UsState> read(@Nullable String written) {
		return Optional.ofNullable(written).map(UsState::fold).map(BY_NAME::get);
	}

	private static String fold(String written) {
		return IRRELEVANT.matcher(written.strip().toLowerCase(Locale.ROOT)).replaceAll("");
	}

	private static Map<String, UsState> byName() {
		Map<String, UsState> states = new HashMap<>();
		for (UsState state : values()) {
			states.put(fold(state.name()), state);
			states.put(fold(state.fullName), state);
		}
		states.put("washingtondc", DC);
		return Map.copyOf(states);
	}

}
