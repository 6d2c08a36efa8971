"""Why a photo could not be taken in."""

from __future__ import annotations

PHOTO_ERRORS: dict[str, tuple[str, str]] = {
    "error.folder-wanted": (
        "{name} 是文件，要的是放照片的文件夹",
        "{name} is a file; the folder with the photos is wanted",
    ),
    "error.heic-needs-extra": (
        "{name} 是 HEIC 照片：先装 pip install yiwutrip[heic]，或在手机里改存成 JPEG",
        "{name} is a HEIC photo: run pip install yiwutrip[heic] first, or let the phone save JPEG",
    ),
    "error.no-photo": (
        "{name} 不是照片：要 JPEG、PNG、WebP 或 HEIC",
        "{name} is no photo: JPEG, PNG, WebP or HEIC is wanted",
    ),
    "error.photo-damaged": (
        "照片 {name} 坏了或没传完：从手机里重新拷一次",
        "the photo {name} is damaged or cut short: copy it from the phone again",
    ),
    "error.photo-too-large": (
        "照片 {name} 有 {size_mb} MB，最多 {limit_mb} MB：缩小或裁一下再来",
        "the photo {name} has {size_mb} MB, at most {limit_mb} MB can be read: make it smaller",
    ),
    "error.photo-too-many-pixels": (
        "{name} 的像素超过 {most}00 万，不像是照片，没有读它",
        "{name} claims more than {most} million pixels and is hardly a photo; it was not read",
    ),
}
