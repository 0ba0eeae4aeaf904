package io.frontlineservice.callback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Binds the form of a callback to a validated record. Called by Spring MVC. Its own data
 * binding is not used, because it reads the annotations of the record for each request,
 * which took two fifths of the time; it joins the values of a repeated parameter; and it
 * takes a missing parameter from the headers, which are not signed.
 */
final class CallbackFormResolver implements HandlerMethodArgumentResolver {

	/** The request attribute that holds the bound form. */
	static final String FORM = CallbackFormResolver.class.getName() + ".form";

	private final Map<Class<?>, FormBinding> bindings = new ConcurrentHashMap<>();

	private final Validator validator;

	CallbackFormResolver(Validator validator) {
		this.validator = validator;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.hasParameterAnnotation(CallbackForm.class);
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		FormBinding binding = this.bindings.computeIfAbsent(parameter.getParameterType(),
				(form) -> new FormBinding(form, this.validator));
		Object form = binding.bind(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
		request.setAttribute(FORM, form, NativeWebRequest.SCOPE_REQUEST);
		return form;
	}

}
