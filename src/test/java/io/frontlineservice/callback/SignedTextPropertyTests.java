package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.frontlineservice.callback.ConversationsCallbackController.ConversationStateForm;
import io.frontlineservice.callback.CrmCallbackController.CustomerDetailsForm;
import io.frontlineservice.callback.CrmCallbackController.CustomersListForm;
import io.frontlineservice.callback.OutgoingConversationCallbackController.ProxyAddressForm;
import io.frontlineservice.callback.TemplatesCallbackController.TemplatesForm;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * Twilio signs a text without separators, so several forms can have the same signature.
 * The test generates forms of Twilio that have names and values of parameters inside
 * other values. It divides the signed text of each form into names and values at random.
 * The result is another form with the same signature, a recut. The service may answer a
 * recut only if it is about the same worker, customer and conversation.
 */
class SignedTextPropertyTests {

	private static final String CONVERSATION = "CH0123456789abcdef0123456789abcdef";

	private static final String OTHER_CONVERSATION = "CHffffffffffffffffffffffffffffffff";

	private static final Set<String> DECIDING = Set.of("ConversationSid", "CustomerId", "EventType", "Location",
			"Worker");

	/** Texts that an attacker may write into a value. */
	private static final String[] FRAGMENTS = { "", "Worker", "WorkerSid", "Work", "eve@example.com", "sam",
			"CustomerId", "Customer", "1002", "Location", "L", "GetCustomersList", "GetCustomerDetailsByCustomerId",
			"Query", "PageSize", "30", "X", "Zoe", "x", "?", " ", "{}", "ConversationSid", OTHER_CONVERSATION,
			"EventType", "onConversationRemoved", "FriendlyName", "ChannelType", "sms", "ChannelValue", "+15550100",
			"Anchor", "Media", "StateTo" };

	private static final int RECUTS = 400;

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	private final Map<String, FormBinding> bindings = Map.of("GetCustomersList", binding(CustomersListForm.class),
			"GetCustomerDetailsByCustomerId", binding(CustomerDetailsForm.class), "GetProxyAddress",
			binding(ProxyAddressForm.class), "GetTemplatesByCustomerId", binding(TemplatesForm.class),
			"onConversationRemoved", binding(ConversationForm.class), "onConversationStateUpdated",
			binding(ConversationStateForm.class), "onParticipantAdded", binding(ConversationForm.class));

	@Property(seed = "1", tries = 1_500, edgeCases = EdgeCasesMode.NONE)
	void answeredFormWithSameSignatureConcernsSameWorkerAndCustomer(@ForAll("forms") Map<String, List<String>> form,
			@ForAll long seed) {
		Random random = new Random(seed);
		List<String> tokens = tokens(form, random);
		for (int i = 0; i < RECUTS; i++) {
			Map<String, String> recut = recut(tokens, random);
			if (isAnswered(recut, dispatching(form))) {
				Map<String, String> original = joined(form);
				assertThat(deciding(recut, form)).as("recut %s", recut).isEqualTo(deciding(original, form));
				if (isAboutOneCustomer(recut)) {
					assertThat(original.getOrDefault("CustomerId", ""))
						.startsWith(recut.getOrDefault("CustomerId", ""));
				}
			}
		}
	}

	@Property(seed = "2", tries = 1_000, edgeCases = EdgeCasesMode.NONE)
	void ordinaryFormIsAnswered(@ForAll("ordinaryForms") Map<String, List<String>> form) {
		MockHttpServletRequest request = request(joined(form));

		assertThatCode(() -> binding(request, dispatching(form)).orElseThrow().bind(request))
			.doesNotThrowAnyException();
	}

	private FormBinding binding(Class<?> form) {
		return new FormBinding(form, this.validator);
	}

	/** The name of the parameter by which the form's URL selects a handler. */
	private static String dispatching(Map<String, ?> form) {
		return form.containsKey("Location") ? "Location" : "EventType";
	}

	private Optional<FormBinding> binding(MockHttpServletRequest request, String dispatching) {
		return Optional.ofNullable(request.getParameter(dispatching)).map(this.bindings::get);
	}

	private boolean isAnswered(Map<String, String> form, String dispatching) {
		MockHttpServletRequest request = request(form);
		try {
			return binding(request, dispatching).map((binding) -> binding.bind(request)).isPresent();
		}
		catch (BadFormException ex) {
			return false;
		}
	}

	private static MockHttpServletRequest request(Map<String, String> form) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
		request.setParameters(form);
		return request;
	}

	private static Map<String, String> deciding(Map<String, String> recut, Map<String, ?> form) {
		Map<String, String> deciding = new TreeMap<>(recut);
		deciding.keySet()
			.retainAll(form.containsKey("Location") ? Set.of("Location", "Worker")
					: Set.of("EventType", "ConversationSid"));
		return deciding;
	}

	/**
	 * Whether the form requests one customer. A recut of such a form may have a shorter
	 * id, because a new parameter of Twilio may begin with a capital letter of the id.
	 */
	private static boolean isAboutOneCustomer(Map<String, String> recut) {
		return recut.containsKey("Location") && !recut.get("Location").equals("GetCustomersList");
	}

	private static Map<String, String> joined(Map<String, List<String>> form) {
		Map<String, String> joined = new TreeMap<>();
		form.forEach((name, fragments) -> joined.put(name, String.join("", fragments)));
		return joined;
	}

	/**
	 * The signed text, divided into names and fragments of values. Some fragments are
	 * divided once more.
	 */
	private static List<String> tokens(Map<String, List<String>> form, Random random) {
		List<String> tokens = new ArrayList<>();
		new TreeMap<>(form).forEach((name, fragments) -> {
			tokens.add(name);
			for (String fragment : fragments) {
				int cut = (random.nextInt(3) == 0 && !fragment.isEmpty()) ? random.nextInt(fragment.length()) : 0;
				tokens.add(fragment.substring(0, cut));
				tokens.add(fragment.substring(cut));
			}
		});
		tokens.removeIf(String::isEmpty);
		return tokens;
	}

	/** Another form with the same signed text. Its names are in alphabetical order. */
	private static Map<String, String> recut(List<String> tokens, Random random) {
		Map<String, String> recut = new TreeMap<>();
		String name = tokens.get(0);
		StringBuilder value = new StringBuilder();
		for (String token : tokens.subList(1, tokens.size())) {
			boolean isName = DECIDING.contains(token) ? random.nextInt(4) > 0 : random.nextInt(4) == 0;
			if (isName && token.compareTo(name) > 0) {
				recut.put(name, value.toString());
				name = token;
				value.setLength(0);
			}
			else {
				value.append(token);
			}
		}
		recut.put(name, value.toString());
		return recut;
	}

	@Provide
	Arbitrary<Map<String, List<String>>> forms() {
		Arbitrary<List<String>> texts = Arbitraries.of(FRAGMENTS).list().ofMaxSize(7);
		return forms(texts, texts);
	}

	@Provide
	Arbitrary<Map<String, List<String>>> ordinaryForms() {
		return forms(Arbitraries
			.of("", "Lina", "Jane Worker", "Worker", "Worker Smith", "Location", "StateTo closed", "socialworker")
			.map(List::of), Arbitraries.of("", "c-17", "dG9rZW4", "Worker Smith").map(List::of));
	}

	private static Arbitrary<Map<String, List<String>>> forms(Arbitrary<List<String>> texts,
			Arbitrary<List<String>> others) {
		Arbitrary<String> workers = Arbitraries.of("ada@example.com", "samuel", "worker7", "CoWorker", "LocationTeam",
				"sam|uel", "samÄ");
		return Combinators
			.combine(workers, Arbitraries.of("1001", "c-17"), texts, others, others,
					Arbitraries.integers().between(0, 6), Arbitraries.of(true, false))
			.as((worker, id, first, second, third, kind, account) -> {
				Map<String, List<String>> form = form(kind, worker, id, first, second, third);
				if (account) {
					form.put("AccountSid", List.of("AC0123456789abcdef0123456789abcdef"));
				}
				return form;
			});
	}

	private static Map<String, List<String>> form(int kind, String worker, String id, List<String> first,
			List<String> second, List<String> third) {
		Map<String, List<String>> form = new TreeMap<>();
		if (kind < 4) {
			form.put("Worker", List.of(worker));
			form.put("Location",
					List.of(List
						.of("GetCustomersList", "GetCustomerDetailsByCustomerId", "GetProxyAddress",
								"GetTemplatesByCustomerId")
						.get(kind)));
		}
		else {
			form.put("EventType",
					List.of(List.of("onParticipantAdded", "onConversationRemoved", "onConversationStateUpdated")
						.get(kind - 4)));
			form.put("ConversationSid", List.of(CONVERSATION));
			form.put("Attributes", first);
			form.put("FriendlyName", second);
			form.put("MessagingBinding.Address", third);
		}
		switch (kind) {
			case 0 -> {
				form.put("PageSize", List.of("30"));
				form.put("Query", first);
				form.put("Anchor", second);
				form.put("NextPageToken", third);
			}
			case 1 -> form.put("CustomerId", Stream.concat(Stream.of(id), first.stream()).toList());
			case 2 -> form.putAll(Map.of("CustomerId", List.of(id), "ChannelType", List.of("sms"), "ChannelValue",
					Stream.concat(Stream.of("+1"), first.stream()).toList()));
			case 3 -> {
				form.put("ConversationSid", List.of(CONVERSATION));
				if (!first.isEmpty()) {
					form.put("CustomerId", List.of(id));
				}
			}
			case 6 -> form.put("StateTo", List.of("closed"));
			default -> {
			}
		}
		return form;
	}

}
