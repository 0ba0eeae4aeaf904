package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SavedInputs;
import io.frontlineservice.callback.ConversationsCallbackController.ConversationStateForm;
import io.frontlineservice.callback.CrmCallbackController.CustomerDetailsForm;
import io.frontlineservice.callback.CrmCallbackController.CustomersListForm;
import io.frontlineservice.callback.OutgoingConversationCallbackController.ProxyAddressForm;
import io.frontlineservice.callback.TemplatesCallbackController.TemplatesForm;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Sends a form with the signature of another form that has the same signed text. An input
 * is the signed text. In it, {@code []} mark the names of the form that Twilio signed,
 * and <code>{}</code> mark the names of the form that is sent. The service must refuse
 * the sent form, or answer it for the same worker.
 */
class FormBindingFuzzTests {

	private static final Map<String, Class<?>> FORMS = Map.of("GetCustomersList", CustomersListForm.class,
			"GetCustomerDetailsByCustomerId", CustomerDetailsForm.class, "GetProxyAddress", ProxyAddressForm.class,
			"GetTemplatesByCustomerId", TemplatesForm.class, "onConversationRemoved", ConversationForm.class,
			"onConversationStateUpdated", ConversationStateForm.class, "onParticipantAdded", ConversationForm.class);

	private final Validator validator = Validation.buildDefaultValidatorFactory().getValidator();

	private final Map<String, FormBinding> bindings = FORMS.entrySet()
		.stream()
		.collect(Collectors.toMap(Map.Entry::getKey, (form) -> new FormBinding(form.getValue(), this.validator)));

	@ParameterizedTest
	@ArgumentsSource(SavedInputs.class)
	void formWithSignatureOfOtherFormIsRefusedOrAboutSameWorker(byte[] input) {
		String text = new String(input, StandardCharsets.UTF_8);
		MarkedForm signed = MarkedForm.of(text.replaceAll("[{}]", ""), "[", "]").orElse(null);
		MarkedForm sent = MarkedForm.of(text.replaceAll("[\\[\\]]", ""), "{", "}").orElse(null);
		if (signed == null || sent == null || !isAnswered(sent, signed.dispatching()) || !signed.isOfTwilio()
				|| sent.query().isEmpty() != signed.query().isEmpty()) {
			return;
		}
		for (String deciding : signed.deciding()) {
			assertThat(sent.value(deciding)).as(deciding).isEqualTo(signed.value(deciding));
		}
		if (signed.isAboutOneCustomer()) {
			// The id may be shorter: a new parameter of Twilio may begin with a capital
			// letter of it.
			assertThat(signed.value("CustomerId")).startsWith(sent.value("CustomerId"));
		}
	}

	private boolean isAnswered(MarkedForm form, String dispatching) {
		FormBinding binding = this.bindings.get(form.value(dispatching));
		try {
			return binding != null && binding.bind(form.request()) != null;
		}
		catch (BadFormException ex) {
			return false;
		}
	}

}
