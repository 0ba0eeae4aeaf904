package io.frontlineservice.callback;

/**
 * Marks a form that is bound even if the signed text can be parsed in other ways. For
 * callbacks that store nothing and answer nothing about customers.
 */
interface UncheckedForm {

}
