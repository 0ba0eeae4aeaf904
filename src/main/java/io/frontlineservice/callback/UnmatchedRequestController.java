package io.frontlineservice.callback;

import static org.springframework.web.bind.annotation.RequestMethod.DELETE;
import static org.springframework.web.bind.annotation.RequestMethod.GET;
import static org.springframework.web.bind.annotation.RequestMethod.HEAD;
import static org.springframework.web.bind.annotation.RequestMethod.OPTIONS;
import static org.springframework.web.bind.annotation.RequestMethod.PATCH;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Answers requests to a callback that its own controller does not handle: an unknown
 * {@code Location}, or a method other than POST. Called by Spring MVC, for instance when
 * the console has the URL of another callback, or when an operator opens a URL in a
 * browser.
 */
@RestController
final class UnmatchedRequestController {

	private static final String CONVERSATIONS = "/callbacks/conversations";

	private static final String CRM = "/callbacks/crm";

	private static final String OUTGOING_CONVERSATION = "/callbacks/outgoing-conversation";

	private static final String ROUTING = "/callbacks/routing";

	private static final String TEMPLATES = "/callbacks/templates";

	private static final Map<String, String> NAMES = Map.of(CONVERSATIONS, "Conversations webhook", CRM, "CRM callback",
			OUTGOING_CONVERSATION, "outgoing conversations callback", ROUTING, "custom routing", TEMPLATES,
			"templates callback");

	private static final Map<String, String> LOCATIONS = Map.of(CRM,
			"GetCustomersList and GetCustomerDetailsByCustomerId", OUTGOING_CONVERSATION, "GetProxyAddress", TEMPLATES,
			"GetTemplatesByCustomerId");

	@PostMapping({ CRM, OUTGOING_CONVERSATION, TEMPLATES })
	ResponseEntity<ProblemDetail> unknownLocation(HttpServletRequest request,
			@RequestParam(name = "Location", required = false) @Nullable String location) {
		ProblemDetail problem = StringUtils.hasText(location)
				? ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT,
						"This callback answers only " + LOCATIONS.get(path(request)) + ".")
				: ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
						"The parameter Location is missing from the form.");
		return ResponseEntity.of(problem).build();
	}

	@RequestMapping(path = { CONVERSATIONS, CRM, OUTGOING_CONVERSATION, ROUTING, TEMPLATES },
			method = { GET, HEAD, PUT, PATCH, DELETE, OPTIONS })
	ResponseEntity<ProblemDetail> notPost(HttpServletRequest request) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.METHOD_NOT_ALLOWED,
				"This is the " + NAMES.get(path(request)) + " URL of a Frontline integration service: "
						+ "enter it in the Twilio Frontline console, which posts signed forms to it.");
		return ResponseEntity.of(problem).allow(HttpMethod.POST).build();
	}

	private static String path(HttpServletRequest request) {
		return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
	}

}
